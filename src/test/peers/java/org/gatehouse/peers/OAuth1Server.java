package org.gatehouse.peers;

import com.sun.net.httpserver.HttpServer;
import jakarta.json.Json;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import org.gatehouse.systems.Ports;
import org.glassfish.jersey.jdkhttp.JdkHttpServerFactory;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.oauth1.DefaultOAuth1Provider;
import org.glassfish.jersey.server.oauth1.OAuth1ServerFeature;
import org.glassfish.jersey.server.oauth1.OAuth1ServerProperties;

/** The OAuth 1.0a server of Jersey: signatures, nonces, tokens and verifiers are its own. */
final class OAuth1Server implements AutoCloseable {

    static final String CONSUMER_KEY = "gatehouse";
    static final String CONSUMER_SECRET = "a secret & a half";

    private final URI uri;
    private final DefaultOAuth1Provider tokens = new DefaultOAuth1Provider();
    private final HttpServer server;
    private volatile String person = "nobody";

    private OAuth1Server(URI uri) {
        this.uri = uri;
        tokens.registerConsumer("tests", CONSUMER_KEY, CONSUMER_SECRET, new MultivaluedHashMap<>());
        server = JdkHttpServerFactory.createHttpServer(uri, new ResourceConfig()
                .register(new OAuth1ServerFeature(tokens, "request-token", "access-token"))
                .property(OAuth1ServerProperties.TIMESTAMP_UNIT, "SECONDS")
                .registerInstances(new Consent(this), new Profile()));
    }

    static OAuth1Server start() {
        return new OAuth1Server(URI.create("http://localhost:" + Ports.free()));
    }

    Map<String, String> settings(String name) {
        var prefix = "gatehouse.provider." + name + ".";
        return Map.of(prefix + "extends", "oauth1", prefix + "enabled", "true",
                prefix + "key", CONSUMER_KEY, prefix + "secret", CONSUMER_SECRET,
                prefix + "request-url", uri + "/request-token", prefix + "authorize-url", uri + "/authorize",
                prefix + "access-url", uri + "/access-token", prefix + "profile-url", uri + "/profile");
    }

    /** Whoever comes from now on is this person, and consents. */
    void signsIn(String name) {
        person = name;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /** The page where people consent; these do so without looking. */
    @Path("authorize")
    public static final class Consent {

        private final OAuth1Server server;

        Consent(OAuth1Server server) {
            this.server = server;
        }

        @GET
        public Response consent(@QueryParam("oauth_token") String temporary) {
            var token = server.tokens.getRequestToken(temporary);
            Principal principal = () -> server.person;
            var verifier = server.tokens.authorizeToken(token, principal, Set.of("user"));
            return Response.seeOther(UriBuilder.fromUri(token.getCallbackUrl())
                    .queryParam("oauth_token", temporary).queryParam("oauth_verifier", verifier).build()).build();
        }
    }

    /** Who signed the request. */
    @Path("profile")
    public static final class Profile {

        @GET
        @Produces(MediaType.APPLICATION_JSON)
        public Response profile(@Context SecurityContext context) {
            if (context.getUserPrincipal() == null) {
                return Response.status(401).build();
            }
            var name = context.getUserPrincipal().getName();
            return Response.ok(Json.createObjectBuilder().add("id", name).add("sub", name).add("username", name)
                    .add("email", name + "@provider.example").add("email_verified", true).build().toString()).build();
        }
    }
}
