package org.gatehouse.providers.protocol;

/**
 * What the operator got when registering Gatehouse with a provider. Never prints a secret.
 *
 * @param id         client id or consumer key; empty for CAS
 * @param secret     client or consumer secret; empty where there is none
 * @param privateKey PEM (PKCS #8) or JWK, for {@code private_key_jwt}, RSA-SHA1 and Apple; or null
 * @param keyId      names the private key to the provider; or null
 * @param teamId     who owns the private key, for Apple; or null
 */
public record ClientCredentials(String id, String secret, String privateKey, String keyId, String teamId) {

    public ClientCredentials {
        id = id == null ? "" : id;
        secret = secret == null ? "" : secret;
    }

    public ClientCredentials(String id, String secret) {
        this(id, secret, null, null, null);
    }

    @Override
    public String toString() {
        return "ClientCredentials[id=" + id + "]";
    }
}
