package org.gatehouse.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RoleLinksTest {

    @Test
    void everybodyHasTheRoleTheyAreLinkedToAndNobodyElseHasOne() {
        var links = new RoleLinks();
        var expected = new TreeMap<Long, Long>();
        var random = new Random(1);
        for (var i = 0; i < 10_000; i++) {
            var owner = random.nextLong(1_000_000_000_000L);
            if (expected.putIfAbsent(owner, random.nextLong(1, 50)) == null) {
                links.add(owner, expected.get(owner));
            }
        }

        assertThat(expected).allSatisfy((owner, role) -> assertThat(links.roleOf(owner)).contains(role));
        assertThat(links.roleOf(-1)).isEmpty();
        assertThat(links.roleOf(1_000_000_000_000L)).isEmpty();
    }

    @Test
    void whoeverIsLinkedTwiceHasOneRole() {
        var links = new RoleLinks();
        links.add(7, 2);
        links.add(7, 1);

        assertThat(links.roleOf(7)).contains(2L);
    }
}
