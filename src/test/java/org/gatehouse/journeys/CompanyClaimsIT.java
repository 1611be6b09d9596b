package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.journeys.company.Department;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A company's own claims: what its code adds to the tokens of its users, and what it can not. */
class CompanyClaimsIT {

    private static final String UNAVAILABLE = "Signing in is not possible at this moment, please try again later.";

    private final Neighbourhood neighbourhood = Neighbourhood.shared();
    private final Gatehouse gatehouse = neighbourhood.gatehouse();

    @Test
    void aTokenCarriesWhatTheCompanysCodeAdds() throws ParseException {
        var ada = somebody(Department.SALES);

        var claims = claims(ada.joins(gatehouse));

        assertThat(claims.getStringClaim("department")).isEqualTo("sales");
        assertThat(claims.getJSONObjectClaim("of")).isEqualTo(Map.of("id", ada.idAt(gatehouse),
                "roles", List.of("authenticated")));
    }

    @Test
    void noneOfOurOwnClaimsIsReplaced() throws ParseException {
        var ada = somebody(Department.GREEDY);

        var token = ada.joins(gatehouse);

        Expect.status(200, gatehouse.me(token));
        var claims = claims(token);
        assertThat(claims.getStringClaim("upn")).isEqualTo(ada.username());
        assertThat(claims.getStringListClaim("groups")).containsExactly("authenticated");
        assertThat(claims.getLongClaim("id")).isEqualTo(ada.idAt(gatehouse));
        assertThat(claims.getIssuer()).isEqualTo(neighbourhood.url());
        assertThat(claims.getExpirationTime()).isBefore("2099-01-01");
        assertThat(claims.getClaims()).doesNotContainKeys("nbf", "sid").containsEntry("modest", true);
    }

    /** A token without its claims might open what the claims would close. */
    @ParameterizedTest
    @ValueSource(strings = {Department.FAILING, Department.ODD})
    void thereIsNoTokenWithoutTheClaims(String domain) {
        var ada = somebody(domain);

        var answer = Expect.refusal(503, UNAVAILABLE, ada.registerAt(gatehouse));

        assertThat(answer.errorName()).isEqualTo("ServiceUnavailableError");
        assertThat(answer.body()).doesNotContain("directory");
        Expect.refusal(503, UNAVAILABLE, ada.loginAt(gatehouse));
    }

    /** What happens to the company's code shall not throw people out who are signed in. */
    @Test
    void aRefreshThatFailsForThatCanBeTriedAgainWithTheSameToken() {
        gatehouse.setting(RefreshMode.MANAGEMENT, "refresh");
        try {
            var ada = somebody(Department.SALES);
            var visit = Visit.ofNew(ada, gatehouse);
            moves(ada, UUID.randomUUID() + Department.FAILING);
            Expect.refusal(503, UNAVAILABLE, visit.refresh());
            var sessions = gatehouse.database().queryForLong("select count(*) from gatehouse_session");
            Expect.refusal(503, UNAVAILABLE, ada.loginAt(gatehouse));
            assertThat(gatehouse.database().queryForLong("select count(*) from gatehouse_session")).isEqualTo(sessions);

            moves(ada, ada.email());

            visit.goesOn().isNotOver();
        } finally {
            gatehouse.settings(Map.of(RefreshMode.MANAGEMENT, Optional.empty()));
        }
    }

    private void moves(Person person, String email) {
        gatehouse.database().update("update gatehouse_user set email = ? where username = ?", email, person.username());
    }

    private static Person somebody(String domain) {
        return Person.anybody().withEmail(UUID.randomUUID() + domain);
    }

    private static JWTClaimsSet claims(String token) throws ParseException {
        return SignedJWT.parse(token).getJWTClaimsSet();
    }
}
