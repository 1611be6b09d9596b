package org.gatehouse.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** A single IP address or a block of them in CIDR notation (RFC 4632), such as {@code 10.0.0.0/8}. */
record AddressRange(byte[] network, int prefixLength) {

    private static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
    private static final Pattern IPV4 = Pattern.compile(BYTE + "(\\." + BYTE + "){3}");
    /** Cannot be mistaken for a host name, which would be looked up. */
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F:.]*:[0-9a-fA-F:.]*");
    /** As proxies write them: with a port, an IPv6 address then in brackets; with a zone. */
    private static final Pattern DECORATED = Pattern.compile("\\[?([0-9.]+(?=$|:)|[0-9a-fA-F:.]+)(%[^\\]]*)?]?(:\\d+)?");

    static AddressRange parse(String text) {
        var slash = text.indexOf('/');
        var network = bytes(slash < 0 ? text : text.substring(0, slash));
        var length = slash < 0 ? network.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (length < 0 || length > network.length * 8) {
            throw new IllegalArgumentException("'" + text + "' has a prefix longer than the address");
        }
        return new AddressRange(network, length);
    }

    /** The one way to write the address that a proxy named; empty if it named none. */
    static Optional<String> canonical(String named) {
        var bare = DECORATED.matcher(named);
        try {
            return bare.matches() ? Optional.of(InetAddress.getByAddress(bytes(bare.group(1))).getHostAddress())
                    : Optional.empty();
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }

    boolean contains(String address) {
        return contains(bytes(address));
    }

    boolean contains(byte[] address) {
        return address.length == network.length && prefix(address).equals(prefix(network));
    }

    /**
     * The part of an address that one client is sure to share with nobody: all of an IPv4 address, the first 64 bits of
     * an IPv6 address, since a single household commands all that follows them.
     */
    static String ofOneClient(String address) {
        var bytes = bytes(address);
        return bytes.length == 4 ? address : new BigInteger(1, Arrays.copyOf(bytes, 8)).toString(16) + "::/64";
    }

    private BigInteger prefix(byte[] address) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - prefixLength);
    }

    private static byte[] bytes(String literal) {
        if (!IPV4.matcher(literal).matches() && !IPV6.matcher(literal).matches()) {
            throw new IllegalArgumentException("'" + literal + "' is not an IP address");
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("'" + literal + "' is not an IP address", e);
        }
    }
}
