package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/** What nobody needs a permission for, and what is not there at all. */
class OpenRoutesIT {

    private final Gatehouse gatehouse = Gatehouse.shared();

    @Test
    void pathsThatDoNotExistAreNotFoundWithAnyToken() {
        Expect.refusal(404, "Not Found", gatehouse.as("x").get("/api/no-such-thing"));
        assertThat(gatehouse.as("x").post("/api/no-such-thing", Map.of()).status()).isEqualTo(405);
    }

    /** What tells other machines how to check tokens, or that this one is well, is open to everybody. */
    @Test
    void keysAndHealthAreOpenToEverybody() {
        for (var path : new String[] {"/api/.well-known/jwks.json", "/api/health/live", "/api/health/ready"}) {
            Expect.status(200, gatehouse.get(path));
            Expect.status(200, gatehouse.as("x").get(path));
        }
    }

    @Test
    void iconsOfProvidersAreThereForTheButtonsOfFrontEnds() {
        for (var icon : new String[] {"github.svg", "provider.svg"}) {
            var answer = gatehouse.get("/icons/" + icon);
            Expect.status(200, answer);
            assertThat(answer.header("Content-Type").orElse("")).startsWith("image/svg+xml");
        }
    }
}
