package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;

/** Whatever a filter says, the list has just those it is true of, by number, and the count is how many that are. */
class FiltersIT {

    /** Marks the users of this test among those of others. */
    private static final String PROVIDER = "filters-" + UUID.randomUUID();

    private static Gatehouse gatehouse;
    private static Client caller;

    @BeforeContainer
    static void signIn() {
        gatehouse = Gatehouse.shared();
        caller = Administrator.whoMay(gatehouse, "user.find", "user.count");
    }

    @AfterContainer
    static void leave() {
        ListedUser.remove(gatehouse.database(), PROVIDER);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void aFilterFindsThoseItIsTrueOf(@ForAll("users") List<ListedUser> users, @ForAll("filters") List<Filter> filters) {
        ListedUser.store(gatehouse.database(), PROVIDER, users);
        for (var filter : filters) {
            var expected = users.stream().filter(user -> filter.of(user) == Truth.TRUE).map(ListedUser::id).toList();
            var query = "?filters%5Bprovider%5D=" + PROVIDER + "&" + filter.written();

            var found = Expect.status(200, caller.get("/api/users" + query)).jsonArray().getValuesAs(JsonObject.class);
            var count = Expect.status(200, caller.get("/api/users/count" + query)).body();

            assertThat(found).as(filter.toString()).extracting(user -> user.getJsonNumber("id").longValue())
                    .isEqualTo(expected);
            assertThat(count).as(filter.toString()).isEqualTo(Integer.toString(expected.size()));
        }
    }

    @Provide
    Arbitrary<List<ListedUser>> users() {
        return AnyFilter.users();
    }

    @Provide
    Arbitrary<List<Filter>> filters() {
        return AnyFilter.filters().list().ofSize(6);
    }
}
