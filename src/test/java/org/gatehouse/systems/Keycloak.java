package org.gatehouse.systems;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * A real Keycloak in a process of its own, with one realm that knows Gatehouse as a client and wants PKCE from it. People
 * sign in by its login page; who they are and which keys it signs with is changed by its administration API.
 */
public final class Keycloak implements AutoCloseable {

    public static final String CLIENT_ID = "gatehouse";
    public static final String CLIENT_SECRET = "what gatehouse and this realm know";

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final String REALM = "employees";
    private static final String ADMINISTRATOR = "admin";

    private final URI baseUri;
    private final ServerProcess process;

    private Keycloak(URI baseUri, ServerProcess process) {
        this.baseUri = baseUri;
        this.process = process;
    }

    /** A new one that sends people back to the Gatehouse at this address, on a free port, in memory. */
    public static Keycloak start(URI gatehouse) {
        var baseUri = URI.create("http://localhost:" + Ports.free());
        var log = Project.directory("server-logs").resolve("keycloak-" + baseUri.getPort() + ".log");
        var installation = KeycloakInstallation.builtOnce(log);
        installation.importsAtStart(REALM, realm(gatehouse));
        var keycloak = new Keycloak(baseUri, installation.process(baseUri, ADMINISTRATOR, log));
        keycloak.process.start();
        try {
            Await.until("Keycloak, see " + log, START_LIMIT, keycloak::isReadyOrDead);
        } catch (AssertionError e) {
            keycloak.close();
            throw e;
        }
        return keycloak;
    }

    @Override
    public void close() {
        process.stop();
    }

    public String issuer() {
        return baseUri + "/realms/" + REALM;
    }

    /** The settings that make it a provider of Gatehouse, as an operator would write them. */
    public Map<String, String> settings(String provider) {
        var settings = new TreeMap<String, String>();
        Map.of("enabled", "true", "extends", "oidc", "issuer", issuer(), "key", CLIENT_ID, "secret", CLIENT_SECRET)
                .forEach((name, value) -> settings.put("gatehouse.provider." + provider + "." + name, value));
        return settings;
    }

    /** Gives somebody an account. */
    public void opensAccount(ProviderUser person, String password) {
        administer("POST", "/users", Json.createObjectBuilder()
                .add("username", person.username()).add("email", person.email())
                .add("emailVerified", (Boolean) person.claims().get("email_verified"))
                .add("firstName", "Some").add("lastName", "Body").add("enabled", true)
                .add("credentials", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("type", "password").add("value", password).add("temporary", false)))
                .build());
    }

    /** Nobody signs in to this account any more. */
    public void disables(ProviderUser person) {
        var id = administration().get(administrationPath("/users?exact=true&username=" + person.username()))
                .jsonArray().getJsonObject(0).getString("id");
        administer("PUT", "/users/" + id, Json.createObjectBuilder().add("enabled", false).build());
    }

    /** Signs with a new key from now on. */
    public void rotatesItsKey() {
        administer("POST", "/components", Json.createObjectBuilder()
                .add("name", "the next").add("providerId", "rsa-generated")
                .add("providerType", "org.keycloak.keys.KeyProvider")
                .add("config", Json.createObjectBuilder()
                        .add("priority", Json.createArrayBuilder().add("1000"))
                        .add("algorithm", Json.createArrayBuilder().add("RS256")))
                .build());
    }

    private void administer(String method, String path, JsonObject body) {
        var answer = method.equals("POST")
                ? administration().post(administrationPath(path), body.toString())
                : administration().put(administrationPath(path), body.toString());
        if (answer.status() / 100 != 2) {
            throw new AssertionError(method + " " + path + " answers " + answer.status() + " " + answer.body());
        }
    }

    private static String administrationPath(String path) {
        return "/admin/realms/" + REALM + path;
    }

    private Client administration() {
        var token = new Client(baseUri).post("/realms/master/protocol/openid-connect/token",
                "application/x-www-form-urlencoded", "grant_type=password&client_id=admin-cli&username="
                        + ADMINISTRATOR + "&password=" + ADMINISTRATOR).json().getString("access_token");
        return new Client(baseUri).with("Authorization", "Bearer " + token);
    }

    private boolean isReadyOrDead() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("It has ended");
        }
        return new Client(baseUri).get("/realms/" + REALM + "/.well-known/openid-configuration").status() == 200;
    }

    private static JsonObject realm(URI gatehouse) {
        return Json.createObjectBuilder()
                .add("realm", REALM).add("enabled", true)
                .add("clients", Json.createArrayBuilder().add(Json.createObjectBuilder()
                        .add("clientId", CLIENT_ID).add("secret", CLIENT_SECRET).add("enabled", true)
                        .add("redirectUris", Json.createArrayBuilder().add(gatehouse + "/api/connect/*"))
                        .add("attributes", Json.createObjectBuilder().add("pkce.code.challenge.method", "S256"))))
                .build();
    }
}
