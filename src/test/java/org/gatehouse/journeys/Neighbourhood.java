package org.gatehouse.journeys;

import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.gatehouse.journeys.company.Department;
import org.gatehouse.journeys.company.ShopActions;
import org.gatehouse.journeys.shop.ShopApplication;
import org.gatehouse.journeys.shop.ShopResource;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Database;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.PayaraMicro;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.WarWithJar;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.EmptyAsset;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.exporter.ZipExporter;
import org.jboss.shrinkwrap.api.spec.WebArchive;

/**
 * A server on which Gatehouse, which the company has extended, lives beside an application of the company's, the {@link
 * ShopApplication shop}. The tests
 * know its encryption key, and so the key that signs its tokens: they can sign what Gatehouse never would.
 */
final class Neighbourhood {

    private static final String ENCRYPTION_KEY = Base64.getEncoder().encodeToString(new byte[32]);

    private final Database database = Database.selected();
    private final PayaraMicro server;
    private final Gatehouse gatehouse;

    private Neighbourhood() {
        var plan = PayaraMicro.builder();
        server = plan.deploy(WarWithJar.named("shop-extension").type(Department.class).type(ShopActions.class).write(), "/")
                .deploy(shop(plan.baseUri().toString()), "/shop")
                .database(database)
                .properties(Map.of("gatehouse.mode", "development", "gatehouse.url", plan.baseUri().toString(),
                        "gatehouse.encryption-key", ENCRYPTION_KEY, "gatehouse.ratelimit.enabled", "false",
                        "gatehouse.settings.reload-interval", "200ms",
                        "gatehouse.actions", "api::order.order.refund", "gatehouse.actions.in-groups", "true"))
                .start();
        gatehouse = Gatehouse.on(server, database);
    }

    /** The one that all tests share, started when one first asks for it. */
    static Neighbourhood shared() {
        return Shared.NEIGHBOURHOOD;
    }

    Gatehouse gatehouse() {
        return gatehouse;
    }

    Database database() {
        return database;
    }

    String url() {
        return server.baseUri().toString();
    }

    /** The key that signs this Gatehouse's tokens. */
    ServersKey signingKey() {
        return ServersKey.read(database, ENCRYPTION_KEY);
    }

    /** Registers somebody and answers the access token. */
    String joins(Person person) {
        return Expect.status(200, server.client().post("/api/auth/local/register", Map.of("username", person.username(),
                "email", person.email(), "password", person.password()))).jwt();
    }

    Answer me(String token) {
        return as(token).get("/api/users/me");
    }

    /** What Gatehouse publishes for whoever verifies its tokens. */
    Answer keys() {
        return server.client().get("/api/.well-known/jwks.json");
    }

    /** A page of the shop, with a token or without. */
    Answer shop(String token, String page) {
        return (token == null ? server.client() : as(token)).get("/shop/" + page);
    }

    private Client as(String token) {
        return server.client().with("Authorization", "Bearer " + token);
    }

    private static Path shop(String gatehouse) {
        var war = Project.directory("test-applications").resolve("shop.war");
        ShrinkWrap.create(WebArchive.class, "shop.war").addClasses(ShopApplication.class, ShopResource.class)
                .addAsWebInfResource(EmptyAsset.INSTANCE, "beans.xml")
                .addAsResource(new StringAsset(String.join("\n",
                        "mp.jwt.verify.publickey.location=" + gatehouse + "/api/.well-known/jwks.json",
                        "mp.jwt.verify.issuer=" + gatehouse,
                        "mp.jwt.verify.audiences=gatehouse",
                        "shop.gatehouse=" + gatehouse)), "META-INF/microprofile-config.properties")
                .as(ZipExporter.class).exportTo(war.toFile(), true);
        return war;
    }

    private static final class Shared {

        private static final Neighbourhood NEIGHBOURHOOD = new Neighbourhood();
    }
}
