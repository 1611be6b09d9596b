package org.gatehouse.providers.protocol;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.text.ParseException;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;
import org.gatehouse.spi.ProviderTokens;

/**
 * Makes new tokens of a refresh token. An id_token that comes with them has to be about the same person
 * (<a href="https://openid.net/specs/openid-connect-core-1_0.html#RefreshTokenResponse">OpenID Connect Core 12.2</a>).
 */
@Singleton
class Refreshing {

    private final Discovery discovery;
    private final TokenEndpoint endpoint;
    private final IdTokens idTokens;

    @Inject
    Refreshing(Discovery discovery, TokenEndpoint endpoint, IdTokens idTokens) {
        this.discovery = discovery;
        this.endpoint = endpoint;
        this.idTokens = idTokens;
    }

    ProviderTokens refresh(ConfiguredProvider provider, ProviderTokens old) {
        if (old.refreshToken() == null) {
            throw new ProviderException("The provider gave no refresh token");
        }
        var endpoints = discovery.endpoints(provider);
        var fresh = endpoint.tokens(provider, endpoint.refresh(provider, endpoints, old.refreshToken()));
        if (fresh.idToken() != null && provider.descriptor().protocol() == Protocol.OIDC) {
            checkSamePerson(old.idToken(),
                    idTokens.check(provider, endpoints, fresh.idToken(), null, fresh.accessToken()));
        }
        return new ProviderTokens(fresh.accessToken(), null, either(fresh.refreshToken(), old.refreshToken()),
                either(fresh.idToken(), old.idToken()), fresh.expiresAt(), fresh.raw());
    }

    private static String either(String fresh, String old) {
        return fresh != null ? fresh : old;
    }

    private static void checkSamePerson(String oldToken, JWTClaimsSet fresh) {
        try {
            var old = oldToken == null ? fresh : JWTParser.parse(oldToken).getJWTClaimsSet();
            var same = old.getIssuer().equals(fresh.getIssuer()) && old.getSubject().equals(fresh.getSubject())
                    && old.getAudience().equals(fresh.getAudience());
            if (!same) {
                throw new ProviderException("The refreshed id_token is about somebody else");
            }
        } catch (ParseException e) {
            throw new ProviderException("The kept id_token cannot be read", e);
        }
    }
}
