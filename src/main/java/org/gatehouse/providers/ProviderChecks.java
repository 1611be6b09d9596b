package org.gatehouse.providers;

import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.gatehouse.platform.PlatformSettings;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.SettingsChanged;
import org.gatehouse.spi.ClientAuthentication;
import org.gatehouse.spi.Protocol;

/**
 * Says which providers are on, what has to be registered at each, and what looks wrong: on demand, and in the log when
 * the application starts and whenever the answer has changed.
 */
@Singleton
public class ProviderChecks {

    private static final Logger LOG = System.getLogger(ProviderChecks.class.getName());
    /** After the providers themselves. */
    private static final int LATE = 5000;
    private static final Set<ClientAuthentication> WITHOUT_SECRET = EnumSet.of(ClientAuthentication.NONE,
            ClientAuthentication.PRIVATE_KEY_JWT, ClientAuthentication.APPLE_CLIENT_SECRET);
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    private final Settings settings;
    private final Providers providers;
    private final Descriptions descriptions;
    private volatile List<ProviderCheck> reported = List.of();

    @Inject
    ProviderChecks(Settings settings, Providers providers, Descriptions descriptions) {
        this.settings = settings;
        this.providers = providers;
        this.descriptions = descriptions;
    }

    /** All providers that are on, and names in the settings that are no provider's. */
    public List<ProviderCheck> all() {
        var checks = new ArrayList<>(providers.all().stream().map(login -> new ProviderCheck(login.name(), login.title(),
                login.redirectUri(), problems(login))).toList());
        ProviderNames.in(settings).filter(name -> providers.find(name).isEmpty())
                .filter(name -> new ProviderOptions(settings, name).text("extends").isEmpty())
                .filter(name -> descriptions.find(name, settings).isEmpty()).sorted()
                .forEach(name -> checks.add(new ProviderCheck(name, name, null,
                        List.of("there is no provider of that name, and " + setting(name, "extends") + " names none"))));
        return checks;
    }

    void report(@Observes @Priority(LATE) SettingsChanged event) {
        var now = all();
        now.stream().filter(check -> !reported.contains(check)).forEach(ProviderChecks::log);
        reported = now;
    }

    private static void log(ProviderCheck check) {
        if (check.redirectUri() != null) {
            LOG.log(Level.INFO, "People may log in with {0} ({1}). The redirect URI to register there is {2}", check.title(),
                    check.name(), check.redirectUri());
        }
        check.problems().forEach(problem -> LOG.log(Level.WARNING, "Provider {0}: {1}", check.name(), problem));
    }

    private List<String> problems(SocialLogin login) {
        var problems = new ArrayList<String>();
        var descriptor = login.provider().descriptor();
        descriptor.missing().forEach(part -> problems.add(setting(login.name(), part) + " is missing; until then the"
                + " provider is off"));
        if (descriptor.about().closed()) {
            problems.add(login.title() + " no longer lets anybody log in");
        }
        if (login.callback().isEmpty()) {
            problems.add(setting(login.name(), "callback") + " is missing: the page of your front end to return to");
        }
        addCredentials(login, problems);
        addPlainHttp(login, problems);
        return problems;
    }

    private static void addCredentials(SocialLogin login, List<String> problems) {
        var descriptor = login.provider().descriptor();
        var client = login.provider().client();
        if (descriptor.protocol() == Protocol.CAS) {
            return;
        }
        if (client.id().isEmpty()) {
            problems.add(setting(login.name(), "key") + " is missing");
        }
        if (WITHOUT_SECRET.contains(descriptor.token().authentication())) {
            if (descriptor.token().authentication() != ClientAuthentication.NONE && client.privateKey() == null) {
                problems.add(setting(login.name(), "private-key") + " is missing");
            }
        } else if (client.secret().isEmpty()) {
            problems.add(setting(login.name(), "secret") + " is missing");
        }
    }

    private void addPlainHttp(SocialLogin login, List<String> problems) {
        if (settings.get(PlatformSettings.MODE) == PlatformSettings.Mode.DEVELOPMENT) {
            return;
        }
        if (isPlainHttp(login.redirectUri())) {
            problems.add("the redirect URI " + login.redirectUri() + " is not https: codes can be read on the way");
        }
        login.callback().filter(ProviderChecks::isPlainHttp).ifPresent(page ->
                problems.add(setting(login.name(), "callback") + " is not https: tickets can be read on the way"));
    }

    private static boolean isPlainHttp(URI address) {
        return "http".equals(address.getScheme()) && !LOOPBACK.contains(String.valueOf(address.getHost()));
    }

    private static String setting(String name, String part) {
        return ProviderOptions.FAMILY + name + "." + part;
    }
}
