package org.gatehouse.importing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Who has which role, for millions at eight bytes each: the number of the one and the place of the role among all roles
 * share a long, and the longs are sorted before they are searched.
 */
final class RoleLinks {

    private static final int MOST = 10_000_000;
    private static final int ROLE_BITS = 12;
    private static final int MOST_ROLES = 1 << ROLE_BITS;
    private static final int FIRST_SIZE = 1024;

    private final List<Long> roles = new ArrayList<>();
    private long[] links = new long[FIRST_SIZE];
    private int size;
    private boolean sorted;

    void add(long owner, long role) {
        if (size == MOST) {
            throw new CannotImport("there are more than " + MOST + " links of users: import from the database instead");
        }
        if (size == links.length) {
            links = Arrays.copyOf(links, size * 2);
        }
        links[size++] = owner << ROLE_BITS | placeOf(role);
        sorted = false;
    }

    /** The role that is linked to it; if there are several, the one that was told first among the roles. */
    Optional<Long> roleOf(long owner) {
        if (!sorted) {
            Arrays.sort(links, 0, size);
            sorted = true;
        }
        var found = Arrays.binarySearch(links, 0, size, owner << ROLE_BITS);
        var place = found < 0 ? -found - 1 : found;
        return place < size && links[place] >> ROLE_BITS == owner
                ? Optional.of(roles.get((int) (links[place] & MOST_ROLES - 1))) : Optional.empty();
    }

    private int placeOf(long role) {
        var place = roles.indexOf(role);
        if (place < 0) {
            roles.add(role);
            place = roles.size() - 1;
        }
        if (place >= MOST_ROLES) {
            throw new CannotImport("there are links to more than " + MOST_ROLES + " roles");
        }
        return place;
    }
}
