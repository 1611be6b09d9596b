package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.platform.Encryption;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.SecretCookies;
import org.gatehouse.platform.Settings;
import org.gatehouse.providers.protocol.CallbackParameters;
import org.gatehouse.tokens.UsedValues;

/**
 * The logins that a browser has begun with a provider, each in a cookie of its own, encrypted and bound to the provider
 * and whoever speaks for it. The cookies are sent to {@code /connect/{provider}} and what is below: so the next attempt
 * sees those that are open and clears the oldest away, before the browser sends more than servers read.
 */
@Singleton
class Attempts {

    private static final String NAME = "gatehouse_attempt_";
    private static final int MOST_OPEN = 4;
    /** Read at most, however many somebody sends. */
    private static final int MOST_READ = 16;
    private static final int LONGEST = 1000;

    private final Settings settings;
    private final SecretCookies cookies;
    private final Encryption encryption;
    private final PublicUrl url;
    private final UsedValues usedValues;
    private final Clock clock;

    @Inject
    Attempts(Settings settings, SecretCookies cookies, Encryption encryption, PublicUrl url, UsedValues usedValues,
            Clock clock) {
        this.settings = settings;
        this.cookies = cookies;
        this.encryption = encryption;
        this.url = url;
        this.usedValues = usedValues;
        this.clock = clock;
    }

    /** The cookie of a new attempt, and what clears away the oldest; empty if the attempt is too large for a cookie. */
    Optional<List<NewCookie>> open(SocialLogin login, Attempt attempt, HttpServletRequest request) {
        var value = encryption.encrypt(attempt.toText(), context(login)).replace('+', '-').replace('/', '_').replace("=", "");
        if (value.length() > LONGEST) {
            return Optional.empty();
        }
        var set = new ArrayList<NewCookie>();
        var open = in(request, login).sorted(Comparator.comparing(Attempt::begunAt).reversed())
                .limit(MOST_OPEN - 1L).map(older -> NAME + older.id()).toList();
        cookies.names(request, NAME, path(login)).filter(name -> !open.contains(name)).limit(MOST_READ)
                .forEach(name -> set.add(cookies.cleared(name, path(login), sameSite(login))));
        set.add(cookies.make(NAME + attempt.id(), value, path(login), settings.get(ProviderSettings.ATTEMPT_LIFETIME),
                sameSite(login)));
        return Optional.of(set);
    }

    /** The attempt that a provider's answer belongs to; empty if this browser has none, or has had it answered before. */
    Optional<Attempt> answeredBy(CallbackParameters parameters, SocialLogin login, HttpServletRequest request) {
        return in(request, login).filter(attempt -> attempt.secrets().answeredBy(parameters)).findFirst()
                .filter(attempt -> usedValues.use("attempt " + attempt.secrets().state(),
                        settings.get(ProviderSettings.ATTEMPT_LIFETIME)));
    }

    NewCookie closed(Attempt attempt, SocialLogin login) {
        return cookies.cleared(NAME + attempt.id(), path(login), sameSite(login));
    }

    private Stream<Attempt> in(HttpServletRequest request, SocialLogin login) {
        var oldest = clock.instant().minus(settings.get(ProviderSettings.ATTEMPT_LIFETIME));
        return cookies.names(request, NAME, path(login)).limit(MOST_READ)
                .flatMap(name -> cookies.read(request, name, path(login)).stream())
                .flatMap(value -> decrypted(value, login).stream())
                .filter(attempt -> attempt.begunAt().isAfter(oldest));
    }

    private Optional<Attempt> decrypted(String value, SocialLogin login) {
        try {
            return Optional.of(Attempt.parse(
                    encryption.decrypt(value.replace('-', '+').replace('_', '/'), context(login))));
        } catch (RuntimeException e) {
            return Optional.empty(); // somebody changed it, or it is of another provider or another time
        }
    }

    private static String context(SocialLogin login) {
        return "attempt " + login.name() + " " + login.authority();
    }

    private String path(SocialLogin login) {
        return url.api("/connect/" + login.name()).getPath();
    }

    /**
     * What comes back by a post from another site needs {@code None}, which browsers take over https only. Over http it is
     * left out: then they send the cookie for the first two minutes.
     */
    private SameSite sameSite(SocialLogin login) {
        if (!login.postsBack()) {
            return SameSite.LAX;
        }
        return cookies.areSecure() ? SameSite.NONE : null;
    }
}
