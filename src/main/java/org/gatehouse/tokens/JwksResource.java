package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import org.gatehouse.platform.OpenToAll;
import org.gatehouse.platform.Settings;

/** Publishes the keys that verify access tokens, as a JSON Web Key Set (RFC 7517, section 5). */
@Path(".well-known/jwks.json")
@Singleton
public class JwksResource {

    private static final Duration FRESH = Duration.ofMinutes(5);

    private final SigningKeys keys;
    private final Settings settings;

    @Inject
    JwksResource(SigningKeys keys, Settings settings) {
        this.keys = keys;
        this.settings = settings;
    }

    /** May be cached for a while, but not beyond the time for which a new key is published before it signs. */
    @GET
    @OpenToAll
    public Response keys() {
        return Response.ok(keys.publicKeys().toString(true), "application/jwk-set+json")
                .header("Cache-Control", "public, max-age=" + maxAge().toSeconds()).build();
    }

    private Duration maxAge() {
        return Collections.min(List.of(FRESH, settings.get(TokenSettings.PUBLISH_AHEAD)));
    }
}
