package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.SignedJWT;
import java.text.ParseException;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tokens are good: the whole of RFC 8725 and ASVS 9.1.1 to 9.2.4, one reason at a time. */
@Tag("once")
class BadTokensIT {

    private final Neighbourhood neighbourhood = Neighbourhood.shared();
    private final Person ada = Person.anybody();
    private String token;
    private ForgedTokens forged;

    @BeforeEach
    void adaHasAToken() {
        token = neighbourhood.joins(ada);
        forged = new ForgedTokens(token, neighbourhood.signingKey());
    }

    /** So what is refused below is refused for its one fault, not because the test signs badly. */
    @Test
    void aFaithfulCopyIsAccepted() {
        Expect.status(200, neighbourhood.me(forged.faithfulCopy()));
        Expect.status(200, neighbourhood.me(forged.with(copy -> copy.audience(List.of("another", "gatehouse")))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsigned", "signature cut off", "claims changed", "HS256 with the public key (DER)",
            "HS256 with the public key (PEM)", "another key under our kid", "another key without kid",
            "another key, sent along", "our key without kid", "our key under an unknown kid", "our key, another algorithm",
            "our key under a kid that is a path", "our key under a kid that is SQL", "our key under a kid with a NUL",
            "another key, by its address", "ES256 under our kid", "ES256 without a signature",
            "a longer hash", "critical header", "no type", "another type", "expired", "without expiry", "not valid yet",
            "another issuer", "issuer with a slash more", "without issuer", "another audience", "without audience",
            "without id", "id as a text", "without version", "an older version", "a version to come",
            "somebody else's subject", "without subject"})
    void aTokenIsRefusedThatIs(String kind) {
        Expect.invalidToken(neighbourhood.me(forged.of(kind)));

        Expect.status(200, neighbourhood.me(token)); // and the real one goes on working
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "..", "a.b.c", "null", "e30.e30.e30", "eyJhbGciOiJub25lIn0.e30."})
    void whatIsNoTokenAtAllIsRefused(String rubbish) {
        Expect.invalidToken(neighbourhood.me(rubbish));
    }

    @Test
    void anEndlessTokenIsRefused() {
        assertThat(neighbourhood.me("x".repeat(6000)).status()).isBetween(400, 431);
    }

    /** Ids come back when a database is restored; the lasting identifier does not. */
    @Test
    void theTokenOfAUserWhoWasDeletedIsOfNoUseToTheNextOneWithThatId() {
        var database = neighbourhood.database();
        Expect.status(200, neighbourhood.me(token));
        var id = database.queryForLong("select id from gatehouse_user where username = ?", ada.username());
        database.update("delete from gatehouse_user where id = ?", id);
        var next = Person.anybody();
        neighbourhood.joins(next);
        database.update("delete from gatehouse_login_name where user_id ="
                + " (select id from gatehouse_user where username = ?)", next.username());
        assertThat(database.update("update gatehouse_user set id = ? where username = ?", id, next.username())).isOne();

        Expect.invalidToken(neighbourhood.me(token));
    }

    /** MicroProfile JWT 2.1, section 4.1: what other applications can count on. */
    @Test
    void aTokenCarriesTheClaimsOfMicroProfileJwt() throws ParseException {
        var jwt = SignedJWT.parse(token);
        var claims = jwt.getJWTClaimsSet();

        assertThat(jwt.getHeader().toJSONObject()).containsOnlyKeys("alg", "kid", "typ").containsEntry("alg", "RS256")
                .containsEntry("typ", "JWT");
        assertThat(claims.getIssuer()).isEqualTo(neighbourhood.url());
        assertThat(claims.getAudience()).containsExactly("gatehouse");
        assertThat(claims.getStringClaim("upn")).isEqualTo(ada.username());
        assertThat(claims.getStringListClaim("groups")).containsExactly("authenticated");
        assertThat(claims.getJWTID()).isNotBlank();
        assertThat(claims.getIssueTime()).isBeforeOrEqualTo(new Date());
        assertThat(claims.getClaims()).containsOnlyKeys("iss", "aud", "sub", "upn", "groups", "id", "ver", "jti", "iat",
                "exp");
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(30L * 24 * 60 * 60 * 1000);
    }
}
