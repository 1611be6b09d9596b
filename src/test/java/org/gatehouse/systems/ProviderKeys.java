package org.gatehouse.systems;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** The keys of an {@link IdentityProvider}: those it publishes, and the one it signs with. */
public final class ProviderKeys {

    private static final int RSA_BITS = 2048;

    private final List<JWK> published = new CopyOnWriteArrayList<>();
    private volatile JWK signing;

    /** The first key is made when somebody asks for it: it takes a while, and not every protocol needs one. */
    private synchronized void begin() {
        if (signing == null) {
            rotate();
        }
    }

    /** Signs with a new RSA key, and publishes no other. */
    public void rotate() {
        var next = rsa();
        published.clear();
        published.add(next);
        signing = next;
    }

    /** Signs with a new key on a curve, and publishes it beside the others. */
    public void useCurve() {
        begin();
        signing = onCurve();
        published.add(signing);
    }

    /** Publishes one more RSA key, which it does not sign with; it stands before the others. */
    public void publishAnother() {
        begin();
        published.add(0, rsa());
    }

    /** The key that id_tokens are signed with. */
    public JWK signing() {
        begin();
        return signing;
    }

    JWKSet published() {
        begin();
        return new JWKSet(List.copyOf(published)).toPublicJWKSet();
    }

    /** A key of the same kind and name that only a forger has. */
    static JWK forgedLike(JWK key) {
        return key instanceof RSAKey
                ? new RSAKey.Builder(rsa()).keyID(key.getKeyID()).build()
                : new ECKey.Builder(onCurve()).keyID(key.getKeyID()).build();
    }

    private static RSAKey rsa() {
        try {
            return new RSAKeyGenerator(RSA_BITS).keyUse(KeyUse.SIGNATURE).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ECKey onCurve() {
        try {
            return new ECKeyGenerator(Curve.P_256).keyUse(KeyUse.SIGNATURE).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
