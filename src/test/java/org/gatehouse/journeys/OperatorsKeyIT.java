package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.SignedJWT;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Map;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.StoredKey;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** An operator gives one of the nodes a key of their own; the others know it all the same. */
@Tag("once")
class OperatorsKeyIT {

    private static final Duration A_FEW_TICKS = Duration.ofSeconds(60);

    private final Gatehouse others = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void theOperatorsKeySignsWhenItHasBeenPublishedAndKeysMadeBeforeGoOn() throws Exception {
        var before = ada.joins(others);
        var key = new ECKeyGenerator(Curve.P_256).keyIDFromThumbprint(true).generate();
        var node = start(key);
        var stored = new StoredKey(others.database(), key.getKeyID());

        try {
            var waiting = Expect.status(200, ada.loginAt(node)).jwt();
            assertThat(SignedJWT.parse(waiting).getHeader().getKeyID()).as("not published long enough")
                    .isEqualTo(SignedJWT.parse(before).getHeader().getKeyID());

            stored.isDue();
            Await.until("the operator's key to sign", A_FEW_TICKS, () -> key.getKeyID().equals(
                    SignedJWT.parse(ada.loginAt(node).jwt()).getHeader().getKeyID()));

            var token = Expect.status(200, ada.loginAt(node)).jwt();
            assertThat(SignedJWT.parse(token).getHeader().getAlgorithm()).hasToString("ES256");
            Expect.status(200, node.me(token));
            Expect.status(200, others.me(token));
            Expect.status(200, node.me(before));
            assertThat(others.get("/api/.well-known/jwks.json").body()).contains(key.getX().toString())
                    .doesNotContain(key.getD().toString());
        } finally {
            node.server().stop();
            stored.isGone();
        }
    }

    private Gatehouse start(ECKey key) throws Exception {
        var file = Project.directory("server-runs").resolve("operators-key.json");
        Files.writeString(file, key.toJSONString());
        return others.startBeside(Map.of("gatehouse.url", others.baseUri().toString(),
                "gatehouse.jwt.key.files", file.toString(), "gatehouse.jwt.algorithm", "ES256"));
    }
}
