package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.Settings;

/**
 * The cookie that carries a refresh token out of reach of scripts. Over https its name has the prefix {@code __Host-},
 * so that no other host can plant it. It is {@code SameSite}, and what it is sent to changes nothing but the tokens
 * themselves, whose answer another site cannot read.
 */
@Singleton
class RefreshCookie {

    private static final String ASKED_FOR = "x-strapi-refresh-cookie";

    private final Settings settings;
    private final PublicUrl url;

    @Inject
    RefreshCookie(Settings settings, PublicUrl url) {
        this.settings = settings;
        this.url = url;
    }

    /** Whether the client gets its refresh token in the cookie: by setting, or because it asks for it. */
    boolean isWanted(HttpServletRequest request) {
        return settings.get(AccountSettings.HTTP_ONLY) || "httponly".equalsIgnoreCase(request.getHeader(ASKED_FOR));
    }

    Optional<String> read(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream)
                .filter(cookie -> cookie.getName().equals(name())).map(Cookie::getValue)
                .filter(value -> !value.isEmpty()).findFirst();
    }

    NewCookie with(String token, Duration lifetime) {
        return cookie(token, (int) Math.min(lifetime.toSeconds(), Integer.MAX_VALUE));
    }

    NewCookie cleared() {
        return cookie("", 0);
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name()).value(value).path("/").maxAge(maxAge).httpOnly(true).secure(isSecure())
                .sameSite(settings.get(AccountSettings.SAME_SITE)).build();
    }

    private String name() {
        return (isSecure() ? "__Host-" : "") + settings.get(AccountSettings.COOKIE_NAME);
    }

    private boolean isSecure() {
        return "https".equals(url.base().getScheme());
    }
}
