package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import org.gatehouse.systems.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Why one would want Gatehouse: the company's own application knows its users by three properties and an annotation,
 * with nothing but what MicroProfile JWT offers (ASVS 9.1.3, 9.2.3).
 */
class TokenVerificationByAnotherApplicationIT {

    private final Neighbourhood neighbourhood = Neighbourhood.shared();
    private final Person ada = Person.anybody();

    @Test
    void theShopKnowsItsCustomerByTheTokenOfGatehouse() {
        var token = neighbourhood.joins(ada);

        Answer greeting = Expect.status(200, neighbourhood.shop(token, "customer"));

        assertThat(greeting.json().getString("upn")).isEqualTo(ada.username());
        assertThat(greeting.json().getJsonArray("groups")).hasToString("[\"authenticated\"]");
        assertThat(greeting.json().getString("sub")).isEqualTo(neighbourhood.database().queryForString(
                "select document_id from gatehouse_user where username = ?", ada.username()));
    }

    @Test
    void theShopLetsOnlyThoseInWhoHaveTheRole() {
        assertThat(neighbourhood.shop(neighbourhood.joins(ada), "till").status()).isEqualTo(403);
    }

    @Test
    void theShopLetsNobodyInWithoutAToken() {
        assertThat(neighbourhood.shop(null, "customer").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"unsigned", "claims changed", "HS256 with the public key (PEM)", "another key under our kid",
            "expired", "another issuer", "another audience"})
    void theShopRefusesATokenThatIs(String kind) {
        var forged = new ForgedTokens(neighbourhood.joins(ada), neighbourhood.signingKey());
        assertThat(neighbourhood.shop(forged.faithfulCopy(), "customer").status()).isEqualTo(200);

        assertThat(neighbourhood.shop(forged.of(kind), "customer").status()).isEqualTo(401);
    }

    /** The private part of a key never leaves: ASVS 11.1.2. */
    @Test
    void gatehousePublishesOnlyThePublicHalfOfItsKeys() {
        var keys = Expect.status(200, neighbourhood.keys()).json().getJsonArray("keys");

        assertThat(keys).isNotEmpty().allSatisfy(key -> {
            assertThat(key.asJsonObject()).containsOnlyKeys("kty", "e", "use", "kid", "alg", "n");
            assertThat(key.asJsonObject().getString("use")).isEqualTo("sig");
            assertThat(key.asJsonObject().getString("n")).hasSize(512); // 3072 bits
        });
    }
}
