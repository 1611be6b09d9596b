package org.gatehouse.providers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.ProviderException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Logins by every provider of the catalogue that must come to nothing, and what is said about them. */
class CatalogueRefusalsTest {

    private static final String OPEN = "org.gatehouse.providers.catalogue.KnownProviders#open";
    private static final String OF_CODES = "org.gatehouse.providers.catalogue.KnownProviders#ofCodes";
    private static final String OF_PROFILES = "org.gatehouse.providers.catalogue.KnownProviders#ofProfiles";
    private static final Set<ClientAuthentication> SECRET_SENT =
            Set.of(ClientAuthentication.CLIENT_SECRET_POST, ClientAuthentication.CLIENT_SECRET_BASIC);

    @ParameterizedTest(name = "{0}")
    @MethodSource(OPEN)
    void nobodyIsKnownWithoutSubject(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.server.knows(known.mapping().email(), "ada@example.org");
        if (known.mapping().subject().get(0).equals("/sub")) {
            attempt.server.knows(List.of("/sub"), " ");
        }
        attempt.begin();
        assertThat(refusal(attempt::comeBack)).isNotNull();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_CODES)
    void theRefusalOfThePersonIsPassedOn(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        var refusal = refusal(() -> {
            var state = attempt.begin().get("state");
            attempt.comeBack(Map.of("state", state, "error", "access_denied", "error_description", "No."));
        });
        assertThat(refusal.error()).isEqualTo("access_denied");
        assertThat(refusal.description()).isEqualTo("No.");
        assertThat(attempt.server.received(attempt.server.tokenUrl())).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OPEN)
    void theAnswerToSomebodyElsesAttemptIsRefused(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.begin();
        var asked = attempt.server.received().size();
        var other = attempt.honest();
        other.put(known.protocol() == Protocol.OAUTH1 ? "oauth_token" : "state", "of-somebody-else");
        assertThat(refusal(() -> attempt.comeBack(other))).isNotNull();
        assertThat(attempt.server.received()).hasSize(asked);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_CODES)
    void theWordsOfTheTokenEndpointArePassedOnWithoutSecrets(ProviderDescriptor known) {
        var sent = SECRET_SENT.contains(known.token().authentication()) && !known.name().equals("smartsheet")
                ? PretendedProvider.CLIENT_SECRET : "nothing";
        for (var status : List.of(200, 400)) {
            var attempt = new Attempt(known);
            attempt.begin();
            attempt.server.answers(attempt.server.tokenUrl(), status,
                    known.token().answer().format().name().equals("XML") ? "<e><error>The code is stale</error></e>"
                            : "{\"error\":\"invalid_grant\",\"error_description\":\"The code is stale: " + sent + "\"}");
            var refusal = refusal(attempt::comeBack);
            assertThat(refusal.description()).startsWith("The code is stale").doesNotContain(PretendedProvider.CLIENT_SECRET);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource(OF_PROFILES)
    void aProfileThatCannotBeReadIsARefusal(ProviderDescriptor known) {
        var attempt = new Attempt(known);
        attempt.begin();
        attempt.server.answers(attempt.provider.profile().url(), 500, "<html>" + PretendedProvider.ACCESS_TOKEN + "</html>");
        assertThat(refusal(attempt::comeBack).getMessage()).doesNotContain(PretendedProvider.ACCESS_TOKEN);
    }

    private static ProviderException refusal(ThrowingCallable login) {
        return catchThrowableOfType(ProviderException.class, login);
    }
}
