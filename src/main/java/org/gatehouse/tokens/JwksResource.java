package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.gatehouse.platform.OpenToAll;

/** Publishes the keys that verify access tokens, as a JSON Web Key Set (RFC 7517, section 5). */
@Path(".well-known/jwks.json")
@Singleton
public class JwksResource {

    private final SigningKeys keys;

    @Inject
    JwksResource(SigningKeys keys) {
        this.keys = keys;
    }

    /** May be cached for five minutes; a new key is published before it signs. */
    @GET
    @OpenToAll
    public Response keys() {
        return Response.ok(keys.publicKeys().toString(true), "application/jwk-set+json")
                .header("Cache-Control", "public, max-age=300").build();
    }
}
