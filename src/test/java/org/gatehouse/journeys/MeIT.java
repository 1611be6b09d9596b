package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The question every application asks first: who am I? */
class MeIT {

    private static final String ME = "/api/users/me";

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void meShowsTheUserWithoutRoleAndSecrets() {
        var me = Expect.status(200, gatehouse.me(ada.joins(gatehouse)));

        assertThat(me.json()).containsOnlyKeys("id", "documentId", "username", "email", "provider", "confirmed", "blocked",
                "createdAt", "updatedAt", "publishedAt");
        assertThat(me.json().getInt("id")).isEqualTo((int) ada.idAt(gatehouse));
        assertThat(me.json().getString("createdAt")).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z");
        assertThat(me.header("Content-Type").orElse("")).matches("application/json; ?charset=utf-8");
    }

    /** ASVS 14.3.2: what is about one person is kept by no cache. */
    @Test
    void nobodyMayKeepTheAnswer() {
        assertThat(gatehouse.me(ada.joins(gatehouse)).header("Cache-Control")).hasValue("no-store");
    }

    @Test
    void meShowsTheUserAsTheyAreNow() {
        var token = ada.joins(gatehouse);

        gatehouse.database().update("update gatehouse_user set email = 'new@example.org' where username = ?",
                ada.username());

        assertThat(gatehouse.me(token).json().getString("email")).isEqualTo("new@example.org");
    }

    @Test
    void withoutATokenItIsForbiddenAndWhereThePublicMayAskNobodyIsFound() {
        Expect.forbidden(gatehouse.get(ME));
        gatehouse.grant("public", Roles.ACTION + "user.me");
        try {
            Expect.refusal(401, "Unauthorized", gatehouse.get(ME));
        } finally {
            gatehouse.revoke("public", Roles.ACTION + "user.me");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer %s", "BEARER %s", "Bearer    %s", "Bearer\t%s"})
    void theSchemeMayBeSpeltInAnyLetterCaseWithAnyBlanks(String header) {
        Expect.status(200, withAuthorization(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "Basic %s", "Token %s", "Bearer", "Bearer %s more", "Bearer%s"})
    void anythingElseCountsAsNoToken(String header) {
        Expect.forbidden(withAuthorization(header));
    }

    /** ASVS 14.2.1: a token in a URL would end in every log on the way. */
    @Test
    void aTokenIsReadFromTheHeaderAlone() {
        var token = ada.joins(gatehouse);

        Expect.forbidden(gatehouse.get(ME + "?access_token=" + token));
        Expect.forbidden(gatehouse.get(ME + "?jwt=" + token));
        Expect.forbidden(gatehouse.anonymous().with("Cookie", "jwt=" + token + "; access_token=" + token).get(ME));
    }

    private Answer withAuthorization(String header) {
        return gatehouse.anonymous().with("Authorization", header.formatted(ada.joins(gatehouse))).get(ME);
    }
}
