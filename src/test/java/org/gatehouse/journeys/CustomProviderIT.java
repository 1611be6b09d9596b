package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.Map;
import org.gatehouse.journeys.company.Branches;
import org.gatehouse.journeys.company.Intranet;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.IdentityProvider;
import org.gatehouse.systems.WarWithJar;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A company's own providers, deployed in a jar beside our classes, and one that is nothing but a file. */
@Tag("once")
class CustomProviderIT {

    private static final IdentityProvider PROVIDER = IdentityProvider.open();
    private static final String PARTNER = """
            {"extends": "oauth2", "title": "Our partner",
             "authorize": {"url": "%1$s/authorize"}, "token": {"url": "%1$s/token"}, "profile": {"url": "%1$s/userinfo"},
             "mapping": {"subject": "/sub", "username": "/preferred_username"}}
            """;

    private static Gatehouse gatehouse;

    @BeforeAll
    static void deploy() {
        var war = WarWithJar.named("company").type(Intranet.class).type(Branches.class)
                .file("META-INF/gatehouse/providers/partner.json", PARTNER.formatted(PROVIDER.issuer())).write();
        gatehouse = Gatehouse.start(war, settings());
    }

    @AfterAll
    static void end() {
        gatehouse.close();
        PROVIDER.close();
    }

    private static Map<String, String> settings() {
        var settings = new HashMap<String, String>();
        for (var name : new String[] {"intranet", "partner"}) {
            settings.put("gatehouse.provider." + name + ".key", IdentityProvider.CLIENT_ID);
            settings.put("gatehouse.provider." + name + ".secret", IdentityProvider.CLIENT_SECRET);
        }
        settings.put("gatehouse.providers", "partner");
        settings.put("gatehouse.provider.partner.callback", Traveller.FRONT_END.toString());
        settings.put("gatehouse.provider.intranet.callback", Traveller.FRONT_END.toString());
        settings.put("gatehouse.provider.intranet.authorize-url", PROVIDER.issuer() + "/authorize");
        settings.put("gatehouse.provider.intranet.access-url", PROVIDER.issuer() + "/token");
        settings.put("gatehouse.provider.intranet.directory", PROVIDER.issuer() + "/userinfo");
        settings.put("gatehouse.provider.githb.key", "misspelt");
        settings.put("gatehouse.provider.auth0.key", "without-subdomain");
        return settings;
    }

    @Test
    void aBeanOfTheCompanySaysWhoItIs() {
        var ada = new Traveller(gatehouse, PROVIDER, "intranet");

        var user = Expect.status(200, ada.logsIn()).json().getJsonObject("user");

        assertThat(user.getString("provider")).isEqualTo("intranet");
        assertThat(user.getString("username")).isEqualTo(ada.user().username());
        assertThat(gatehouse.database().queryForString("select subject from gatehouse_identity where label = ?",
                ada.user().username())).isEqualTo("employee:" + ada.user().subject());
    }

    @Test
    void aDescriptionOnTheClassPathIsAProvider() {
        var user = Expect.status(200, new Traveller(gatehouse, PROVIDER, "partner").logsIn()).json().getJsonObject("user");

        assertThat(user.getString("provider")).isEqualTo("partner");
    }

    @Test
    void aRuleOfTheCompanyAllowsFurtherPages() {
        assertThat(gatehouse.get("/api/connect/intranet?callback=https://north.branches.example/done").status())
                .isEqualTo(302);
        Expect.refusal(400, "Invalid callback URL provided",
                gatehouse.get("/api/connect/intranet?callback=https://north.branches.example/other"));
        Expect.refusal(400, "Invalid callback URL provided",
                gatehouse.get("/api/connect/intranet?callback=https://me@north.branches.example/done"));
    }

    @Test
    void theLogSaysWhatToRegisterAndWhatLooksWrong() throws IOException {
        assertThat(Files.readString(gatehouse.server().log()))
                .contains("People may log in with Intranet (intranet). The redirect URI to register there is "
                        + gatehouse.connect("intranet") + "/callback")
                .contains("Provider githb: there is no provider of that name")
                .contains("Provider auth0: gatehouse.provider.auth0.subdomain is missing")
                .contains("Provider auth0: gatehouse.provider.auth0.secret is missing")
                .doesNotContain(IdentityProvider.CLIENT_SECRET);
        Expect.refusal(400, "This provider is disabled", gatehouse.get("/api/connect/auth0"));
    }
}
