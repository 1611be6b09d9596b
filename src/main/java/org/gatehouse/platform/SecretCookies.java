package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Cookies that scripts cannot read. Over https they are {@code Secure}, and their names have the prefix that keeps others
 * from planting them: {@code __Host-} where the whole site gets the cookie, else {@code __Secure-} (RFC 6265bis, section
 * 4.1.3).
 */
@Singleton
public class SecretCookies {

    private static final String WHOLE_SITE = "/";

    private final PublicUrl url;

    @Inject
    SecretCookies(PublicUrl url) {
        this.url = url;
    }

    /**
     * A cookie to be set.
     *
     * @param name     without prefix
     * @param path     what it is sent to
     * @param sameSite null to leave it to the browser
     */
    public NewCookie make(String name, String value, String path, Duration lifetime, NewCookie.SameSite sameSite) {
        return new NewCookie.Builder(prefix(path) + name).value(value).path(path)
                .maxAge((int) Math.min(lifetime.toSeconds(), Integer.MAX_VALUE)).httpOnly(true).secure(areSecure())
                .sameSite(sameSite).build();
    }

    /** What takes a cookie back. */
    public NewCookie cleared(String name, String path, NewCookie.SameSite sameSite) {
        return make(name, "", path, Duration.ZERO, sameSite);
    }

    /** The value of a cookie that was set for that path; empty where there is none. */
    public Optional<String> read(HttpServletRequest request, String name, String path) {
        return all(request).filter(cookie -> cookie.getName().equals(prefix(path) + name)).map(Cookie::getValue)
                .filter(value -> !value.isEmpty()).findFirst();
    }

    /** The names, without prefix, of all cookies set for that path whose name begins like this. */
    public Stream<String> names(HttpServletRequest request, String beginning, String path) {
        var prefix = prefix(path);
        return all(request).map(Cookie::getName).filter(name -> name.startsWith(prefix + beginning))
                .map(name -> name.substring(prefix.length())).distinct();
    }

    /** Whether they are sent over https alone. */
    public boolean areSecure() {
        return "https".equals(url.base().getScheme());
    }

    private static Stream<Cookie> all(HttpServletRequest request) {
        return Stream.ofNullable(request.getCookies()).flatMap(Arrays::stream);
    }

    private String prefix(String path) {
        return !areSecure() ? "" : path.equals(WHOLE_SITE) ? "__Host-" : "__Secure-";
    }
}
