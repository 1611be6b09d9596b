package org.gatehouse.providers.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.systems.IdToken;
import org.gatehouse.systems.IdToken.Signature;
import org.gatehouse.systems.IdentityProvider;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Which id_tokens end a login, by the names of the modules of the OpenID Foundation's conformance suite (prefix
 * {@code oidcc-client-test}, and the form post plan's) or by the section of OpenID Connect.
 */
class RefusedIdTokensTest {

    private static final Trial TRIAL = Trial.ofOpenId();

    @AfterAll
    static void close() {
        TRIAL.close();
    }

    /** By query and by form post alike. */
    static Stream<Arguments> refused() {
        var later = Instant.now().plusSeconds(3600).getEpochSecond();
        return Stream.of(
                refused("-invalid-iss: another issuer", "Unexpected JWT issuer", IdToken.honest().with("iss", "https://evil.example")),
                refused("-missing-sub: no subject", "Missing JWT subject", IdToken.honest().without("sub")),
                refused("-invalid-aud: made for another client", "Unexpected JWT audience", IdToken.honest().with("aud", "another")),
                refused("-missing-aud: made for nobody", "Missing JWT audience", IdToken.honest().without("aud")),
                refused("-missing-iat: no time of issue", "Missing JWT issue time", IdToken.honest().without("iat")),
                refused("-idtoken-sig-none: not signed", "not signed", IdToken.honest().signed(Signature.NONE)),
                refused("-invalid-sig-rs256: a forged signature", "Invalid signature", IdToken.honest().forged()),
                refused("-invalid-sig-rs256: changed after it was signed", "Invalid signature",
                        IdToken.honest().signed(Signature.TAMPERED)),
                refused("-invalid-sig-hs256: signed with the client secret", "no matching key",
                        IdToken.honest().signed(Signature.WITH_THE_CLIENT_SECRET)),
                refused("-invalid-sig-hs256: signed with the public key as secret", "no matching key",
                        IdToken.honest().signed(Signature.WITH_THE_PUBLIC_KEY_AS_SECRET)),
                refused("-nonce-invalid: another nonce", "Unexpected JWT nonce", IdToken.honest().with("nonce", "another")),
                refused("-nonce-invalid: no nonce", "Missing JWT nonce", IdToken.honest().without("nonce")),
                refused("-invalid-athash: the hash of another access token", "Access token hash",
                        IdToken.honest().with("at_hash", "AAAAAAAAAAAAAAAAAAAAAA")),
                refused("Core 3.1.3.7: for others, too", "for others", IdToken.honest()
                        .with("aud", List.of(IdentityProvider.CLIENT_ID, "another"))),
                refused("Core 3.1.3.7: issued to another party", "issued to another", IdToken.honest().with("azp", "another")),
                refused("Core 3.1.3.7: expired for more than a minute", "Expired", IdToken.honest()
                        .with("exp", Instant.now().minusSeconds(65).getEpochSecond())),
                refused("Core 3.1.3.7: never expires", "Missing JWT expiration", IdToken.honest().without("exp")),
                refused("Core 3.1.3.7: issued in the future", "issue time ahead", IdToken.honest().with("iat", later)),
                refused("Core 3.1.3.7: an empty subject", "subject is empty", IdToken.honest().with("sub", " ")));
    }

    private static Arguments refused(String what, String why, IdToken token) {
        return Arguments.of(what, why, token);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("refused")
    void anIdTokenIsRefusedWithOrWithoutFormPost(String what, String why, IdToken token) {
        TRIAL.idp().sendsIdTokens(token);

        for (var mode : List.of("null", "'form_post'")) {
            TRIAL.with("{'authorize': {'response-mode': " + mode + "}}");
            assertThatThrownBy(TRIAL::login).isInstanceOf(ProviderException.class)
                    .hasMessage("oauth_error: The id_token is not valid")
                    .cause().hasMessageContaining(why);
        }
        assertThat(TRIAL.idp().received("/userinfo")).isEmpty();
    }
}
