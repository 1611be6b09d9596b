package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;
import org.gatehouse.platform.PlatformSettings;
import org.gatehouse.platform.SecretCookies;
import org.gatehouse.platform.Settings;

/**
 * The cookie that carries a refresh token out of reach of scripts. Over https its name has the prefix {@code __Host-},
 * so that no other host can plant it. It is {@code SameSite}, and what it is sent to changes nothing but the tokens
 * themselves, whose answer another site cannot read.
 */
@Singleton
class RefreshCookie {

    private static final String ASKED_FOR = "x-strapi-refresh-cookie";

    private static final String PATH = "/";

    private final Settings settings;
    private final SecretCookies cookies;

    @Inject
    RefreshCookie(Settings settings, SecretCookies cookies) {
        this.settings = settings;
        this.cookies = cookies;
    }

    /** Whether the client gets its refresh token in the cookie: by setting, or because it asks for it. */
    boolean isWanted(HttpServletRequest request) {
        return settings.get(AccountSettings.HTTP_ONLY) || "httponly".equalsIgnoreCase(request.getHeader(ASKED_FOR));
    }

    Optional<String> read(HttpServletRequest request) {
        return cookies.read(request, settings.get(AccountSettings.COOKIE_NAME), PATH);
    }

    NewCookie with(String token, Duration lifetime) {
        return cookies.make(settings.get(AccountSettings.COOKIE_NAME), token, PATH, lifetime,
                settings.get(PlatformSettings.SAME_SITE));
    }

    NewCookie cleared() {
        return with("", Duration.ZERO);
    }
}
