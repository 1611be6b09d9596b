package org.gatehouse.providers;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gatehouse.platform.Settings;
import org.gatehouse.spi.CallbackRule;

/**
 * The pages of front ends that people may return to after a login: those of the settings, compared in origin and path as
 * they stand, whatever the query is; and those that a {@link CallbackRule} allows. Everything else would hand people's
 * logins to whoever made up the address (CVE-2024-34065).
 */
@Singleton
class FrontEndPages {

    private static final int LONGEST = 500;
    private static final Set<String> RUNNABLE = Set.of("javascript", "data", "vbscript", "file", "blob");
    /** Ours to say: a front end that reads the first of two would take another's word for it. */
    private static final Set<String> OURS = Set.of("access_token", "error", "error_description");

    private final Settings settings;
    private final Instance<CallbackRule> rules;

    @Inject
    FrontEndPages(Settings settings, Instance<CallbackRule> rules) {
        this.settings = settings;
        this.rules = rules;
    }

    boolean allow(String callback, SocialLogin login) {
        return callback.length() <= LONGEST && parsed(callback).filter(FrontEndPages::isHarmless)
                .filter(page -> isConfigured(page, login)
                        || rules.stream().anyMatch(rule -> rule.allows(login.name(), page)))
                .isPresent();
    }

    /** A page with parameters added to those it has, before a fragment. */
    static String with(String page, Map<String, String> parameters) {
        if (parameters.isEmpty()) {
            return page;
        }
        var fragment = page.indexOf('#');
        var before = fragment < 0 ? page : page.substring(0, fragment);
        var separator = before.indexOf('?') < 0 ? "?" : before.endsWith("?") || before.endsWith("&") ? "" : "&";
        return before + separator + parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&")) + (fragment < 0 ? "" : page.substring(fragment));
    }

    private boolean isConfigured(URI page, SocialLogin login) {
        return Stream.concat(login.callback().stream(), settings.get(ProviderSettings.CALLBACKS).stream())
                .anyMatch(configured -> originAndPath(configured).equals(originAndPath(page)));
    }

    private static Optional<URI> parsed(String callback) {
        try {
            return Optional.of(new URI(callback));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isHarmless(URI page) {
        return page.isAbsolute() && !page.isOpaque() && page.getHost() != null && page.getRawUserInfo() == null
                && !page.getRawAuthority().contains("@") && !RUNNABLE.contains(page.getScheme().toLowerCase(Locale.ROOT))
                && Stream.ofNullable(page.getRawQuery()).flatMap(query -> Stream.of(query.split("&")))
                        .map(pair -> pair.split("=", 2)[0].toLowerCase(Locale.ROOT)).noneMatch(FrontEndPages::isOurs);
    }

    private static boolean isOurs(String name) {
        return name.contains("%") || OURS.contains(name);
    }

    private static String originAndPath(URI page) {
        var path = page.getRawPath() == null || page.getRawPath().isEmpty() ? "/" : page.getRawPath();
        return (page.getScheme() + "://" + page.getRawAuthority()).toLowerCase(Locale.ROOT) + path;
    }
}
