package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.gatehouse.systems.Datasource;
import org.gatehouse.systems.PayaraMicro;
import org.gatehouse.systems.PayaraMicroBuilder;
import org.gatehouse.systems.Project;
import org.gatehouse.systems.ServerDidNotStart;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What is set up wrongly does not start, and says in one plain sentence what is to be done (ASVS 13.1.1, 13.4.2). */
@Tag("once")
class StartFailuresIT {

    private static final Map<String, String> DEVELOPMENT = Map.of("gatehouse.mode", "development");
    private static final String CANNOT_START = "Gatehouse cannot start: ";
    private static final String KEY = randomKey();

    @Test
    void withoutADatasource() {
        // Payara finds out before Gatehouse can, and says it in its own words.
        refuses(gatehouse().properties(DEVELOPMENT), "Lookup: [jdbc/gatehouse], Type: [javax.sql.DataSource]");
    }

    @Test
    void withAValueThatIsNotAllowed() {
        refuses(withDatabase().properties(DEVELOPMENT).property("gatehouse.jwt.expires-in", "soon"),
                CANNOT_START + "gatehouse.jwt.expires-in must be a time such as 30d, 12h, 10m, 60s or PT1M");
    }

    @Test
    void inProductionWithoutAPublicUrl() {
        refuses(withDatabase().property("gatehouse.encryption-key", KEY),
                CANNOT_START + "gatehouse.url must be set in production");
    }

    @Test
    void inProductionWithoutAnEncryptionKey() {
        refuses(withDatabase().property("gatehouse.url", "https://accounts.example.org"),
                CANNOT_START + "gatehouse.encryption-key (or gatehouse.encryption-key-file) must be set:"
                        + " 32 random bytes in Base64");
    }

    @Test
    void withAMailTemplateThatWantsToRunSomething() {
        refuses(withDatabase().properties(DEVELOPMENT)
                        .property("gatehouse.email.reset-password.message", "<p><%= global.process %></p>"),
                CANNOT_START + "gatehouse.email.reset-password.message must be a text in which <%= NAME %> stands only"
                        + " for ADMIN_URL,");
    }

    /** A token that any other application got would open accounts here. */
    @Test
    void withForeignTokensOfAProviderThatDoesNotTellForWhomTheyAre() {
        refuses(withDatabase().properties(DEVELOPMENT).property("gatehouse.provider.reddit.key", "key")
                        .property("gatehouse.provider.reddit.accept-provider-tokens", "true"),
                CANNOT_START + "gatehouse.provider.reddit.accept-provider-tokens: cannot be true");
    }

    @Test
    void withAPartOfAnAddressThatLeadsElsewhere() {
        refuses(withDatabase().properties(DEVELOPMENT).property("gatehouse.provider.auth0.key", "key")
                        .property("gatehouse.provider.auth0.subdomain", "evil.example/?x="),
                CANNOT_START + "gatehouse.provider.auth0: subdomain must be host, host:port or host:port/path");
    }

    private static void refuses(PayaraMicroBuilder plan, String sentence) {
        var server = plan.build();
        try {
            assertThatThrownBy(server::start).isInstanceOf(ServerDidNotStart.class);
        } finally {
            server.stop();
        }
        assertThat(server.log()).content().contains(sentence);
    }

    private static PayaraMicroBuilder withDatabase() {
        return gatehouse().datasource(Datasource.h2("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1"));
    }

    private static PayaraMicroBuilder gatehouse() {
        return PayaraMicro.builder().deploy(Project.built("gatehouse.war"), "/");
    }

    private static String randomKey() {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        return Base64.getEncoder().encodeToString(bytes);
    }
}
