package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;

/**
 * No question about users depends in its answer on what is private about them, however it is spelt: no filter, no
 * order, no choice of fields (CVE-2023-22894, CVE-2023-34235, CVE-2023-36472, CVE-2024-56143).
 */
class PrivateFieldsIT {

    private static final String PROVIDER = "private-" + UUID.randomUUID();
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<ListedUser> USERS = Stream.of(-901L, -902L, -903L, -904L)
            .map(id -> new ListedUser(id, "user" + id, "user" + id + "@example.org", true, false, NOW)).toList();

    private static Gatehouse gatehouse;
    private static List<Client> callers;

    @BeforeContainer
    static void signIn() {
        gatehouse = Gatehouse.shared();
        callers = List.of(Administrator.whoMay(gatehouse, "user.me", "user.find", "user.findOne", "user.count"),
                Administrator.whoMay(gatehouse, "user.me", "user.find", "user.findOne", "user.count", "role.find"));
        ListedUser.store(gatehouse.database(), PROVIDER, USERS);
    }

    @AfterContainer
    static void leave() {
        USERS.forEach(user -> gatehouse.database().update("delete from gatehouse_one_time_code where subject = ?",
                Long.toString(user.id())));
        ListedUser.remove(gatehouse.database(), PROVIDER);
    }

    @Property(tries = 25, edgeCases = EdgeCasesMode.NONE)
    void noAnswerDependsOnWhatIsPrivate(@ForAll("queries") List<String> queries) {
        var some = Secrets.of(1);
        var others = Secrets.of(-1);
        some.store();
        var before = queries.stream().flatMap(PrivateFieldsIT::ask).toList();
        others.store();
        var after = queries.stream().flatMap(PrivateFieldsIT::ask).toList();

        for (var i = 0; i < before.size(); i++) {
            var query = queries.get(i / (before.size() / queries.size()));
            assertThat(after.get(i).body()).as(query).isEqualTo(before.get(i).body());
            assertThat(after.get(i).status()).as(query).isEqualTo(before.get(i).status()).isLessThan(500);
            assertThat(after.get(i).body()).as(query).doesNotContain(some.told()).doesNotContain(others.told());
        }
    }

    @Provide
    Arbitrary<List<String>> queries() {
        return AnyQuery.any().list().ofSize(8);
    }

    private static Stream<Answer> ask(String query) {
        return callers.stream().flatMap(caller -> Stream.of("", "/count", "/me", "/-902")
                .map(path -> caller.get("/api/users" + path + "?" + query)));
    }

    /** What is private about the users, in ascending or descending order of their numbers. */
    private record Secrets(int direction, String mark) {

        private static Secrets of(int direction) {
            return new Secrets(direction, UUID.randomUUID().toString().replace("-", ""));
        }

        /** No answer may have any of these in it. */
        private String[] told() {
            return new String[] {mark, "9876543", "passwordHash\":", "password_hash\":", "tokenVersion\":"};
        }

        private void store() {
            for (var user : USERS) {
                var rank = 50 + direction * (int) (user.id() + 900);
                var subject = Long.toString(user.id());
                var database = gatehouse.database();
                database.update("update gatehouse_user set password_hash = ?, token_version = ? where id = ?",
                        "{argon2}" + rank + mark, 987_654_300 + rank, user.id());
                database.update("delete from gatehouse_one_time_code where subject = ?", subject);
                if (rank % 2 == 0 == direction > 0) {
                    database.update("insert into gatehouse_one_time_code (hash, purpose, subject, expires_at)"
                            + " values (?, 'reset-password', ?, ?)", rank + mark + "0".repeat(30), subject,
                            Timestamp.from(Instant.now().plusSeconds(3600)));
                }
            }
        }
    }
}
