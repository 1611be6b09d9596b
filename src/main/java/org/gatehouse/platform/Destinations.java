package org.gatehouse.platform;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;
import org.gatehouse.platform.PlatformSettings.Mode;

/**
 * Where Gatehouse may connect to. URLs of other servers come from administrators and from what those servers say, so none
 * may lead into the network that Gatehouse itself stands in (server-side request forgery). Addresses are judged when a name
 * is resolved, and the connection goes to what was judged: a name that resolves differently a moment later gains nothing.
 */
final class Destinations implements DnsResolver {

    /** Blocks of the <a href="https://www.iana.org/assignments/iana-ipv4-special-registry">special</a> IPv4 addresses. */
    private static final List<AddressRange> NOT_PUBLIC = Stream.of("0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10",
            "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.168.0.0/16",
            "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/3",
            // what lies within IPv6's public block without being public: tunnels (which embed IPv4), documentation
            "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20").map(AddressRange::parse).toList();
    private static final AddressRange PUBLIC_IPV6 = AddressRange.parse("2000::/3");
    /** IPv4 seen from a network that has IPv6 only, RFC 6052. */
    private static final AddressRange TRANSLATED_IPV4 = AddressRange.parse("64:ff9b::/96");

    private final Settings settings;
    private final DnsResolver names;

    Destinations(Settings settings, DnsResolver names) {
        this.settings = settings;
        this.names = names;
    }

    /**
     * Looks at the URL alone.
     *
     * @throws OutboundException if it may not be called whatever it resolves to
     */
    void check(URI url) {
        if (url.getHost() == null || url.getUserInfo() != null) {
            throw new OutboundException("The address of the other server is not a proper URL");
        }
        var plain = "http".equalsIgnoreCase(url.getScheme());
        if (!plain && !"https".equalsIgnoreCase(url.getScheme()) || plain && !mayBePlain(url.getHost())) {
            throw new OutboundException(url.getHost() + " may only be called with https");
        }
    }

    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        var addresses = names.resolve(host);
        if (!isListed(OutboundSettings.PRIVATE_HOSTS, host) && !isProxy(host)) {
            for (var address : addresses) {
                checkAddress(host, address);
            }
        }
        return addresses;
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    private void checkAddress(String host, InetAddress address) {
        var tolerated = developing() && address.isLoopbackAddress();
        if (!tolerated && !isPublic(address.getAddress())) {
            throw new OutboundException(host + " has an address that is not public; if it shall be called,"
                    + " add it to gatehouse.http.private-hosts");
        }
    }

    private static boolean isPublic(byte[] address) {
        if (TRANSLATED_IPV4.contains(address)) {
            return isPublic(Arrays.copyOfRange(address, 12, 16));
        }
        return (address.length == 4 || PUBLIC_IPV6.contains(address))
                && NOT_PUBLIC.stream().noneMatch(range -> range.contains(address));
    }

    /** In development the loopback interface may, which {@link #checkAddress} makes sure of. */
    private boolean mayBePlain(String host) {
        return isListed(OutboundSettings.PLAIN_HOSTS, host) || developing() && isLoopback(host);
    }

    private static boolean isLoopback(String host) {
        return List.of("localhost", "127.0.0.1", "[::1]").contains(host.toLowerCase(Locale.ROOT));
    }

    private boolean isListed(SettingKey<List<String>> hosts, String host) {
        return settings.get(hosts).stream().anyMatch(host::equalsIgnoreCase);
    }

    private boolean isProxy(String host) {
        return settings.get(OutboundSettings.PROXY).filter(proxy -> proxy.getHost().equalsIgnoreCase(host)).isPresent();
    }

    private boolean developing() {
        return settings.get(PlatformSettings.MODE) == Mode.DEVELOPMENT;
    }
}
