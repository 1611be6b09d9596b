package org.gatehouse.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.regex.Pattern;

/** A single IP address or a block of them in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8}. */
record AddressRange(byte[] network, int prefixLength) {

    /** Only literals: a host name would be looked up, and what it means may change. */
    private static final Pattern LITERAL = Pattern.compile("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");

    static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var network = bytes(slash < 0 ? text : text.substring(0, slash));
        var length = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (length < 0 || length > network.length * 8) {
            throw new IllegalArgumentException("'" + text + "' has a prefix longer than the address");
        }
        return new AddressRange(network, length);
    }

    static boolean isAddress(String text) {
        try {
            bytes(text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    boolean contains(String address) {
        var other = bytes(address);
        return other.length == network.length && prefix(other).equals(prefix(network));
    }

    /**
     * The part of an address that one client is sure to share with nobody: all of an IPv4 address, the first 64 bits of
     * an IPv6 address, since a single household commands all that follows them.
     */
    static String ofOneClient(String address) {
        if (!isAddress(address)) {
            return address;
        }
        var bytes = bytes(address);
        return bytes.length == 4 ? address : new BigInteger(1, Arrays.copyOf(bytes, 8)).toString(16) + "::/64";
    }

    private BigInteger prefix(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefixLength);
    }

    private static byte[] bytes(String literal) {
        var plain = literal.contains("%") ? literal.substring(0, literal.indexOf('%')) : literal;
        if (!LITERAL.matcher(plain).matches()) {
            throw new IllegalArgumentException("'" + literal + "' is not an IP address");
        }
        try {
            return InetAddress.getByName(plain).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + literal + "' is not an IP address", e);
        }
    }
}
