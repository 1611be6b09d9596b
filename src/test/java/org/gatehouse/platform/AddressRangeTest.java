package org.gatehouse.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressRangeTest {

    @Property
    void aBlockContainsExactlyTheAddressesWithItsPrefix(@ForAll @Size(4) byte[] network, @ForAll @Size(4) byte[] other,
            @ForAll @IntRange(min = 0, max = 32) int length) throws UnknownHostException {
        var range = AddressRange.parse(InetAddress.getByAddress(network).getHostAddress() + "/" + length);
        var mask = length == 0 ? 0 : -1 << 32 - length;
        assertThat(range.contains(InetAddress.getByAddress(other).getHostAddress()))
                .isEqualTo((number(network) & mask) == (number(other) & mask));
    }

    @Property
    void anIpv6AddressIsWrittenInOneWay(@ForAll @Size(16) byte[] bytes) throws UnknownHostException {
        var address = InetAddress.getByAddress(bytes).getHostAddress();
        var canonical = AddressRange.canonical(address).orElseThrow();
        assertThat(AddressRange.canonical("[" + address.toUpperCase(java.util.Locale.ROOT) + "]:443")).contains(canonical);
        assertThat(AddressRange.canonical(address + "%eth0")).contains(canonical);
        assertThat(AddressRange.canonical(canonical)).contains(canonical);
    }

    @ParameterizedTest
    @CsvSource({"203.0.113.9,203.0.113.9", "203.0.113.9:8080,203.0.113.9", "::ffff:203.0.113.9,203.0.113.9",
            "[2001:DB8::1]:443,2001:db8:0:0:0:0:0:1", "2001:0db8:0::1,2001:db8:0:0:0:0:0:1"})
    void whatProxiesWriteIsUnderstood(String written, String canonical) {
        assertThat(AddressRange.canonical(written)).contains(canonical);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "localhost", "unknown", "_hidden", "1.2.3", "1.2.3.4.5", "0203.0.113.9", "3405803785", "256.1.1.1",
            "...", ":", ":::", "1.2.3.4:", "1.2.3.4:x", "[::1", "gggg::1", "1.2.3.4/8", "::1\n", "dead.beef", "face"})
    void whatIsNoAddressIsRefusedWithoutLookingItUp(String text) {
        var start = System.nanoTime();
        assertThat(AddressRange.canonical(text).filter(found -> !text.contains("["))).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void aHouseholdIsOneClient() {
        assertThat(AddressRange.ofOneClient("2001:db8:1:2::1")).isEqualTo(AddressRange.ofOneClient("2001:db8:1:2:ffff::9"))
                .isNotEqualTo(AddressRange.ofOneClient("2001:db8:1:3::1"));
        assertThat(AddressRange.ofOneClient("192.0.2.1")).isNotEqualTo(AddressRange.ofOneClient("192.0.2.2"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10.0.0.0/33", "10.0.0.0/-1", "10.0.0.0/", "10.0.0.0/x", "example.org/8", "/8", "::/129", ""})
    void aBlockThatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static int number(byte[] address) {
        return java.nio.ByteBuffer.wrap(address).getInt();
    }
}
