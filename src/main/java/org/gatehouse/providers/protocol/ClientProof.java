package org.gatehouse.providers.protocol;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.impl.ECDSA;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretJWT;
import com.nimbusds.oauth2.sdk.auth.JWTAuthentication;
import com.nimbusds.oauth2.sdk.auth.PrivateKeyJWT;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import java.net.URI;
import java.security.interfaces.ECPrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.ProviderException;

/** Proves to a token endpoint that it is us who call, in one of the ways of {@link ClientAuthentication}. */
final class ClientProof {

    private static final Duration APPLE_SECRET_LIVES = Duration.ofMinutes(5);

    private final ClientCredentials client;
    private final Clock clock;

    ClientProof(ClientCredentials client, Clock clock) {
        this.client = client;
        this.clock = clock;
    }

    /** The headers to add. */
    Map<String, String> headers(ClientAuthentication method) {
        return method == ClientAuthentication.CLIENT_SECRET_BASIC ? Map.of("Authorization", basic()) : Map.of();
    }

    String basic() {
        return new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret())).toHTTPAuthorizationHeader();
    }

    /** The parameters to add. */
    Map<String, String> parameters(ClientAuthentication method, String endpoint, String issuer) {
        return switch (method) {
            case CLIENT_SECRET_POST -> withSecret(client.secret());
            case CLIENT_SECRET_BASIC -> Map.of();
            case NONE -> Map.of("client_id", client.id());
            case APPLE_CLIENT_SECRET -> withSecret(appleSecret(issuer));
            case CLIENT_SECRET_JWT, PRIVATE_KEY_JWT -> assertion(method, ProviderCalls.uri(endpoint));
        };
    }

    private Map<String, String> withSecret(String secret) {
        return secret.isEmpty() ? Map.of("client_id", client.id())
                : Map.of("client_id", client.id(), "client_secret", secret);
    }

    private Map<String, String> assertion(ClientAuthentication method, URI endpoint) {
        try {
            var parameters = new LinkedHashMap<String, String>();
            jwt(method, endpoint).toParameters().forEach((name, values) -> parameters.put(name, values.get(0)));
            return parameters;
        } catch (JOSEException | IllegalArgumentException e) {
            throw new ProviderException("The client cannot be authenticated with its key", e);
        }
    }

    /** RFC 7523. */
    private JWTAuthentication jwt(ClientAuthentication method, URI endpoint) throws JOSEException {
        var id = new ClientID(client.id());
        if (method == ClientAuthentication.CLIENT_SECRET_JWT) {
            return new ClientSecretJWT(id, endpoint, JWSAlgorithm.HS256, new Secret(client.secret()));
        }
        var key = PrivateKeys.read(client.privateKey());
        var algorithm = key instanceof ECPrivateKey curve ? ECDSA.resolveAlgorithm(curve) : JWSAlgorithm.RS256;
        return new PrivateKeyJWT(id, endpoint, algorithm, key, client.keyId(), null);
    }

    /** <a href="https://developer.apple.com/documentation/accountorganizationaldatasharing/creating-a-client-secret">Apple's
     * client secret</a>: a JWT that the operator's key signs. */
    private String appleSecret(String issuer) {
        if (!(PrivateKeys.read(client.privateKey()) instanceof ECPrivateKey key) || client.teamId() == null) {
            throw new ProviderException("Apple wants a private key for ES256, its key id and a team id");
        }
        try {
            var now = clock.instant();
            var secret = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.ES256).keyID(client.keyId()).build(),
                    new JWTClaimsSet.Builder().issuer(client.teamId()).subject(client.id()).audience(issuer)
                            .issueTime(Date.from(now)).expirationTime(Date.from(now.plus(APPLE_SECRET_LIVES))).build());
            secret.sign(new ECDSASigner(key));
            return secret.serialize();
        } catch (JOSEException e) {
            throw new ProviderException("The client cannot be authenticated with its key", e);
        }
    }
}
