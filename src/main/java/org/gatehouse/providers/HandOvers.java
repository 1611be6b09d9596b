package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.accounts.ExternalIdentity;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.PlatformSettings;
import org.gatehouse.platform.PublicUrl;
import org.gatehouse.platform.SecretCookies;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Sha256;
import org.gatehouse.tokens.Tickets;

/**
 * Hands the end of a login over to the front end, as a ticket, and takes the ticket back. With each ticket the browser
 * gets a cookie named after it, which shows that it is the browser that logged in, where the cookie comes along.
 */
@Singleton
class HandOvers {

    private static final String BINDING = "gatehouse_login_";
    private static final String TICKET = "gatehouse_ticket_";
    private static final int ID_DIGITS = 16;
    private static final int BYTES = 16;

    private final Settings settings;
    private final Tickets tickets;
    private final SecretCookies cookies;
    private final PublicUrl url;
    private final SecureRandom random = new SecureRandom();

    @Inject
    HandOvers(Settings settings, Tickets tickets, SecretCookies cookies, PublicUrl url) {
        this.settings = settings;
        this.tickets = tickets;
        this.cookies = cookies;
        this.url = url;
    }

    /** What the front end's page is told in its query, and the cookie that goes with it. */
    record Given(Map<String, String> query, NewCookie cookie) {

        /** Never prints the ticket. */
        @Override
        public String toString() {
            return "Given";
        }
    }

    /**
     * What a ticket stood for.
     *
     * @param isBound whether it came from the browser that logged in, without any doubt
     * @param cookie  takes back the cookie that went with it
     */
    record Taken(ExternalIdentity identity, boolean isBound, NewCookie cookie) {
    }

    Given give(SocialLogin login, ExternalIdentity identity) {
        var secret = new byte[BYTES];
        random.nextBytes(secret);
        var binding = HexFormat.of().formatHex(secret);
        var lifetime = settings.get(ProviderSettings.TICKET_LIFETIME);
        var ticket = tickets.issue(login.name(), JsonValues.object().add("identity", identity.toJson())
                .add("browser", Sha256.hex(binding)).build().toString(), lifetime);
        return login.handOver() == HandOver.COOKIE
                ? new Given(Map.of(), cookie(TICKET + login.name(), ticket, lifetime))
                : new Given(Map.of("access_token", ticket), cookie(BINDING + id(ticket), binding, lifetime));
    }

    /** Uses a ticket up; empty if it is none of this provider, was used, is too old, or may not come from this browser. */
    Optional<Taken> take(SocialLogin login, Optional<String> sent, HttpServletRequest request) {
        return login.handOver() == HandOver.COOKIE
                ? cookies.read(request, TICKET + login.name(), path())
                        .flatMap(ticket -> redeemed(login, ticket).map(content -> taken(content, true, TICKET + login.name())))
                : sent.flatMap(ticket -> redeemed(login, ticket)
                        .flatMap(content -> fromBrowser(login, ticket, content, request)));
    }

    private Optional<Taken> fromBrowser(SocialLogin login, String ticket, JsonObject content, HttpServletRequest request) {
        var name = BINDING + id(ticket);
        var shown = cookies.read(request, name, path());
        var isBound = shown.filter(binding -> same(Sha256.hex(binding), content.getString("browser"))).isPresent();
        var isForeign = shown.isPresent() || login.handOver() == HandOver.STRICT
                || cookies.names(request, BINDING, path()).findAny().isPresent();
        return isBound || !isForeign ? Optional.of(taken(content, isBound, name)) : Optional.empty();
    }

    private Optional<JsonObject> redeemed(SocialLogin login, String ticket) {
        return tickets.redeem(login.name(), ticket).map(JsonValues::parseObject);
    }

    private Taken taken(JsonObject content, boolean isBound, String cookieName) {
        return new Taken(ExternalIdentity.parse(content.getJsonObject("identity")), isBound,
                cookie(cookieName, "", Duration.ZERO));
    }

    private NewCookie cookie(String name, String value, Duration lifetime) {
        return cookies.make(name, value, path(), lifetime, settings.get(PlatformSettings.SAME_SITE));
    }

    private String path() {
        return url.api("/auth").getPath();
    }

    private static String id(String ticket) {
        return Sha256.hex(ticket).substring(0, ID_DIGITS);
    }

    private static boolean same(String expected, String actual) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
    }
}
