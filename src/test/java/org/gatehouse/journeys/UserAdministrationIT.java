package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/**
 * What an administrator does to an account acts at once and for good: whoever was put out stays out, names stay unique,
 * and nothing can be set that is the server's own (ASVS 7.4.2, 7.4.5, 15.3.3).
 */
class UserAdministrationIT {

    private static final int ROUNDS = 5;
    private static final Map<String, ?> THE_SERVERS_OWN = Map.of("id", 4711, "documentId", "mine", "tokenVersion", 4711,
            "token_version", 4711, "passwordHash", "stolen", "password_hash", "stolen", "attributes", "{}",
            "createdAt", "2001-01-01T00:00:00.000Z");

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Administrator administrator = Administrator.of(gatehouse);
    private final Person ada = Person.anybody();
    private final Person bob = Person.anybody();

    @Test
    void whoeverWasCreatedCanLogIn() {
        var created = Expect.status(201, administrator.creates(ada, Map.of("confirmed", true)));

        assertThat(created.json().getJsonObject("role").getString("type")).isEqualTo("authenticated");
        Expect.status(200, gatehouse.me(Expect.status(200, ada.loginAt(gatehouse)).jwt()));
    }

    @Test
    void blockingEndsTokensAtOnceAndTheyDoNotComeBackWithTheAccount() {
        var token = ada.joins(gatehouse);

        Expect.status(200, administrator.changes(ada, Map.of("blocked", true)));
        Expect.unusableAccount(gatehouse.me(token));
        Expect.refusal(400, "Your account has been blocked by an administrator", ada.loginAt(gatehouse));

        Expect.status(200, administrator.changes(ada, Map.of("blocked", false)));
        Expect.status(401, gatehouse.me(token));
        Expect.status(200, gatehouse.me(Expect.status(200, ada.loginAt(gatehouse)).jwt()));
    }

    @Test
    void blockingEndsCodesAndTheyDoNotComeBackWithTheAccount() {
        var code = forgottenPassword();
        var link = awaitedConfirmation();

        administrator.changes(ada, Map.of("blocked", true));
        administrator.changes(ada, Map.of("blocked", false));

        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        Expect.refusal(400, "Invalid token", gatehouse.follow(link));
    }

    @Test
    void aPasswordSetByAnAdministratorEndsTokensCodesAndTheOldPassword() {
        var code = forgottenPassword();
        var token = Expect.status(200, ada.loginAt(gatehouse)).jwt();

        Expect.status(200, administrator.changes(ada, Map.of("password", Person.OTHER_PASSWORD)));

        Expect.status(401, gatehouse.me(token));
        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        Expect.invalidLogin(ada.loginAt(gatehouse));
        Expect.status(200, ada.withPassword(Person.OTHER_PASSWORD).loginAt(gatehouse));
    }

    @Test
    void aPasswordSetByAnAdministratorIsNoWeakerThanOnesOwn() {
        ada.joins(gatehouse);

        Expect.refusal(400, "password must be at least 8 characters",
                administrator.changes(ada, Map.of("password", "short")));
        Expect.refusal(400, "password must be at least 8 characters",
                administrator.creates(bob.withPassword("short"), Map.of()));
        Expect.refusal(400, "password.notNull", administrator.changes(ada, Map.of("password", "")));

        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void otherChangesEndNothing() {
        var token = ada.joins(gatehouse);

        Expect.status(200, administrator.changes(ada, Map.of("confirmed", true, "blocked", false)));
        var renamed = Expect.status(200, administrator.changes(ada, Map.of("username", bob.username())));

        assertThat(renamed.json().getString("email")).isEqualTo(ada.email());
        assertThat(gatehouse.me(token).json().getString("username")).isEqualTo(bob.username());
    }

    @Test
    void deletingEndsTokensAndCodesAndFreesTheNames() {
        var code = forgottenPassword();
        var token = Expect.status(200, ada.loginAt(gatehouse)).jwt();
        var id = ada.idAt(gatehouse);

        assertThat(Expect.status(200, administrator.deletes(id)).json().getString("username"))
                .isEqualTo(ada.username());

        Expect.unusableAccount(gatehouse.me(token));
        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
        Expect.status(204, administrator.deletes(id));
        Expect.refusal(404, "User not found", administrator.changes(id, Map.of("blocked", true)));
        ada.joins(gatehouse);
        Expect.status(401, gatehouse.me(token));
    }

    @Test
    void renamingKeepsNamesUniqueOverUserNamesAndAddresses() {
        ada.joins(gatehouse);
        bob.joins(gatehouse);

        Expect.refusal(400, "Username already taken",
                administrator.changes(ada, Map.of("username", upper(bob.username()))));
        Expect.refusal(400, "Email already taken", administrator.changes(ada, Map.of("email", upper(bob.email()))));
        Expect.refusal(400, "username must not be another e-mail address",
                administrator.changes(ada, Map.of("username", bob.email())));
        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void anAddressThatIsSomebodysUserNameIsTaken() {
        ada.joins(gatehouse);
        Person.named(bob.email()).withEmail(bob.email()).joins(gatehouse);
        var id = gatehouse.database().queryForLong("select id from gatehouse_user where username = ?", bob.email());

        Expect.status(200, administrator.changes(id, Map.of("email", "new-" + bob.email())));

        Expect.refusal(400, "Email already taken", administrator.changes(ada, Map.of("email", bob.email())));
        Expect.refusal(400, "Email already taken",
                administrator.creates(Person.anybody().withEmail(bob.email()), Map.of()));
    }

    @Test
    void aNameGivenUpIsFreeAndTheNewOneIsTaken() {
        ada.joins(gatehouse);

        Expect.status(200, administrator.changes(ada, Map.of("username", bob.username(), "email", bob.email())));

        ada.joins(gatehouse);
        Expect.refusal(400, "This attribute must be unique",
                administrator.creates(Person.named(upper(bob.username())), Map.of()));
        Expect.refusal(400, "Email already taken",
                administrator.creates(Person.anybody().withEmail(bob.email()), Map.of()));
    }

    @Test
    void onesOwnNameMayChangeItsLetterCase() {
        ada.joins(gatehouse);

        Expect.status(200, administrator.changes(ada, Map.of("username", upper(ada.username()))));

        Expect.status(200, Person.named(upper(ada.username())).loginAt(gatehouse));
    }

    @Test
    void ofManyRenamedToOneNameAtOnceOneGetsIt() {
        var many = Stream.generate(Person::anybody).limit(8).toList();
        many.forEach(person -> person.joins(gatehouse));

        var answers = Crowd.of(many.size(), number ->
                administrator.changes(many.get(number), Map.of("username", ada.username())));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(many.size() - 1)
                .allSatisfy(answer -> assertThat(answer.errorMessage()).isEqualTo("Username already taken"));
    }

    @Test
    void ofManyAdministratorsWhoCreateOneUserAtOnceOneSucceeds() {
        var answers = Crowd.of(4, number -> administrator.creates(ada, Map.of()));

        assertThat(Crowd.with(201, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(3);
    }

    @Test
    void whatIsTheServersOwnIsNeverSetByWhoeverCreates() {
        var last = gatehouse.database().queryForLong("select max(id) from gatehouse_user");

        var created = Expect.status(201, administrator.creates(ada, THE_SERVERS_OWN)).json();

        assertThat((long) created.getInt("id")).isGreaterThan(last).isNotEqualTo(4711);
        assertThat(created.getString("documentId")).hasSize(24);
        assertThat(created.getString("createdAt")).doesNotStartWith("2001");
        assertThat(secretsOf(ada)).doesNotContain("4711").doesNotContain("stolen");
        Expect.status(200, ada.loginAt(gatehouse));
    }

    @Test
    void whatIsTheServersOwnIsNeverChanged() {
        var token = ada.joins(gatehouse);
        var secrets = secretsOf(ada);
        var before = gatehouse.me(token).json();

        Expect.status(200, administrator.changes(ada, THE_SERVERS_OWN));

        assertThat(secretsOf(ada)).isEqualTo(secrets);
        var after = new HashMap<>(gatehouse.me(token).json());
        after.put("updatedAt", before.get("updatedAt"));
        assertThat(after).isEqualTo(before);
    }

    /** Whoever reads the old mailbox proves nothing about the new address. */
    @Test
    void codesThatWereSentToAnAddressEndWithIt() {
        ada.joins(gatehouse);
        administrator.changes(ada, Map.of("confirmed", false));
        gatehouse.sendEmailConfirmation(ada.email());
        var link = gatehouse.inbox().awaitMailTo(ada.email()).link();
        gatehouse.forgotPassword(ada.email());
        var code = gatehouse.inbox().awaitMailsTo(ada.email(), 2).get(1).code();

        Expect.status(200, administrator.changes(ada, Map.of("email", "new-" + ada.email())));

        Expect.refusal(400, "Invalid token", gatehouse.follow(link));
        Expect.incorrectCode(gatehouse.resetPassword(code, Person.OTHER_PASSWORD));
    }

    @Test
    void whatIsNotSentStaysAlthoughAnotherAdministratorChangesItMeanwhile() {
        ada.joins(gatehouse);
        var id = ada.idAt(gatehouse);

        for (var round = 0; round < ROUNDS; round++) {
            var renamed = Person.anybody().username();
            Crowd.of(6, number -> administrator.changes(id, number == 0
                            ? Map.of("username", renamed) : Map.of("confirmed", true)))
                    .forEach(answer -> Expect.status(200, answer));
            assertThat(gatehouse.database().queryForString("select username from gatehouse_user where id = ?", id))
                    .isEqualTo(renamed);
        }
    }

    @Test
    void aUserKeepsARoleThatExists() {
        ada.joins(gatehouse);

        Expect.refusal(400, "Cannot remove role",
                administrator.changes(ada, Map.of("role", Map.of("disconnect", List.of(Map.of("id", 1))))));
        Expect.refusal(400,
                "1 relation(s) of type plugin::users-permissions.role associated with this entity do not exist",
                administrator.changes(ada, Map.of("role", 999_999)));

        assertThat(administrator.get("/api/users/" + ada.idAt(gatehouse) + "?populate=role").json()
                .getJsonObject("role").getString("type")).isEqualTo("authenticated");
    }

    @Test
    void whoeverMayNotSeeRolesDoesNotSeeThemInAnyAnswer() {
        var caller = Administrator.whoMay(gatehouse, "user.create", "user.update", "user.findOne", "user.destroy");
        ada.joins(gatehouse);
        var path = "/api/users/" + ada.idAt(gatehouse);

        for (var answer : List.of(caller.put(path, Map.of("confirmed", true)), caller.get(path + "?populate=role"),
                caller.delete(path))) {
            assertThat(Expect.status(200, answer).json()).doesNotContainKey("role");
        }
    }

    /** The code of a mail to somebody who has just registered. */
    private String forgottenPassword() {
        ada.joins(gatehouse);
        gatehouse.forgotPassword(ada.email());
        return gatehouse.inbox().awaitMailTo(ada.email()).code();
    }

    private String awaitedConfirmation() {
        administrator.changes(ada, Map.of("confirmed", false));
        gatehouse.sendEmailConfirmation(ada.email());
        return gatehouse.inbox().awaitMailsTo(ada.email(), 2).get(1).link();
    }

    private String secretsOf(Person person) {
        return gatehouse.database().queryForString("select concat(password_hash, ' ', token_version)"
                + " from gatehouse_user where username = ?", person.username());
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }
}
