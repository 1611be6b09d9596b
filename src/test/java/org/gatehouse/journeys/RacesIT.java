package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Many who want the same at the same moment: one gets it, whoever it is, and the rest are told (ASVS 15.4.2, 2.3.4). */
class RacesIT {

    private static final int MANY = 100;
    private static final Map<String, String> WAIT_ALL = Map.of("gatehouse.password.max-waiting", "1000");

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void ofAHundredEqualRegistrationsOneSucceeds() {
        settings.set(WAIT_ALL);

        var answers = Crowd.of(MANY, number -> ada.registerAt(gatehouse));

        assertOneAccount(answers);
        assertThat(Crowd.with(400, answers)).hasSize(MANY - 1)
                .allSatisfy(answer -> assertThat(answer.errorMessage()).isEqualTo("Email or Username are already taken"));
    }

    @Test
    void soItIsWhereNotAllOfThemCanWaitForTheirTurn() {
        settings.set("gatehouse.password.max-waiting", "0");

        var answers = Crowd.of(MANY, number -> ada.registerAt(gatehouse));

        assertOneAccount(answers);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 503);
        assertThat(Crowd.with(503, answers)).allSatisfy(RacesIT::assertToldToComeBack);
    }

    @Test
    void namesThatDifferByLetterCaseOrCrosswiseAreTheSameInARaceToo() {
        settings.set(WAIT_ALL);
        var address = ada.email();

        var answers = Crowd.of(20, number -> switch (number % 3) {
            case 0 -> Person.named(address).withEmail(number + ada.email()).registerAt(gatehouse);
            case 1 -> Person.anybody().withEmail(address).registerAt(gatehouse);
            default -> Person.named(address.toUpperCase(Locale.ROOT)).withEmail(number + ada.email())
                    .registerAt(gatehouse);
        });

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(19);
    }

    @Test
    void ofAHundredEqualResetsWithOneCodeOneSucceeds() {
        settings.set(WAIT_ALL);
        ada.joins(gatehouse);
        gatehouse.forgotPassword(ada.email());
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();

        var answers = Crowd.of(MANY, number -> gatehouse.resetPassword(code, Person.OTHER_PASSWORD + number));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(Crowd.with(400, answers)).hasSize(MANY - 1).allSatisfy(Expect::incorrectCode);
        var winner = answers.indexOf(Crowd.with(200, answers).get(0));
        Expect.status(200, ada.withPassword(Person.OTHER_PASSWORD + winner).loginAt(gatehouse));
    }

    @Test
    void ofManyLinksAskedForAtOnceOneWorks() {
        ada.joins(gatehouse);

        var answers = Crowd.of(20, number -> gatehouse.forgotPassword(ada.email()));

        assertThat(Crowd.with(200, answers)).hasSize(20);
        var working = gatehouse.inbox().awaitMailsTo(ada.email(), 20).stream()
                .filter(mail -> gatehouse.resetPassword(mail.code(), Person.OTHER_PASSWORD).status() == 200).toList();
        assertThat(working).hasSize(1);
    }

    @Test
    void ofManyPasswordChangesWithOneOldPasswordOneSucceeds() {
        settings.set(WAIT_ALL);
        var token = ada.joins(gatehouse);

        var answers = Crowd.of(20, number ->
                gatehouse.changePassword(token, ada.password(), Person.OTHER_PASSWORD + number));

        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(answers).extracting(Answer::status).isSubsetOf(200, 400, 401);
    }

    private void assertOneAccount(List<Answer> answers) {
        assertThat(Crowd.with(200, answers)).hasSize(1);
        assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_user where username = ? or email = ?",
                ada.username(), ada.email())).isOne();
        Expect.status(200, ada.loginAt(gatehouse));
    }

    private static void assertToldToComeBack(Answer answer) {
        Expect.unavailable(answer);
        assertThat(answer.header("Retry-After").orElse("")).matches("[1-9]\\d*");
    }
}
