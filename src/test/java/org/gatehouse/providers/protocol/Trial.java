package org.gatehouse.providers.protocol;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.gatehouse.platform.OutboundCalls;
import org.gatehouse.platform.OutboundHttp;
import org.gatehouse.spi.ProviderDescriptor;
import org.gatehouse.spi.ProviderTokens;
import org.gatehouse.spi.SocialProvider;
import org.gatehouse.systems.Browser;
import org.gatehouse.systems.IdentityProvider;

/** Logins with an identity provider of our own, told from the side of Gatehouse, without a server of its own. */
final class Trial implements AutoCloseable {

    static final URI REDIRECT = URI.create("http://gatehouse.example/api/connect/acme/callback");

    /** One for all, since it takes a while to make. */
    private static final OutboundHttp HTTP = OutboundCalls.onThisMachine(Clock.systemUTC());

    private final IdentityProvider idp = IdentityProvider.open();
    private final Browser browser = Browser.stoppingAt(REDIRECT);
    private final MovableClock clock = new MovableClock();
    private final ProviderLogins logins = logins(clock);
    private ProviderDescriptor descriptor;
    private ClientCredentials client = new ClientCredentials(IdentityProvider.CLIENT_ID, IdentityProvider.CLIENT_SECRET);
    private Map<String, String> settings = Map.of();
    private SocialProvider custom;
    private ConfiguredProvider configured;

    private Trial(String description) {
        this.descriptor = ProviderDescriptor.read("acme", json(description.replace("IDP", idp.issuer())));
    }

    static Trial ofOpenId() {
        return new Trial("""
                {"title": "Acme", "protocol": "oidc", "openid": {"issuer": "IDP"},
                 "authorize": {"scopes": ["openid", "email", "profile"]}}""");
    }

    static Trial ofOAuth2() {
        return new Trial("""
                {"title": "Acme", "authorize": {"url": "IDP/authorize", "scopes": ["user", "email"]},
                 "token": {"url": "IDP/token"}, "profile": {"url": "IDP/userinfo"},
                 "mapping": {"subject": "/sub", "username": "/preferred_username"}}""");
    }

    static Trial ofOAuth1() {
        return new Trial("""
                {"title": "Acme", "protocol": "oauth1", "oauth1": {"url": "IDP/oauth1/request-token"},
                 "authorize": {"url": "IDP/oauth1/authorize"}, "token": {"url": "IDP/oauth1/access-token"},
                 "profile": {"url": "IDP/oauth1/profile"},
                 "mapping": {"subject": "/sub", "username": "/preferred_username"}}""");
    }

    static Trial ofTickets() {
        return new Trial("""
                {"title": "Acme", "protocol": "cas", "authorize": {"url": "IDP/cas/login"},
                 "token": {"url": "IDP/cas/p3/serviceValidate"},
                 "mapping": {"username": "/attributes/preferred_username"}}""");
    }

    private static ProviderLogins logins(Clock clock) {
        var calls = new ProviderCalls(HTTP);
        var discovery = new Discovery(calls, clock);
        var tokens = new TokenEndpoint(calls, clock);
        var idTokens = new IdTokens(calls, clock);
        var profiles = new Profiles(calls, discovery, clock);
        return new ProviderLogins(new ProviderClients(calls, discovery, tokens, idTokens, profiles),
                new ForeignTokens(calls, discovery, idTokens, profiles), new Refreshing(discovery, tokens, idTokens));
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    IdentityProvider idp() {
        return idp;
    }

    /** Lays changes over the description; {@code IDP} in them is the provider's address. */
    Trial with(String changes) {
        descriptor = descriptor.with(json(changes.replace("IDP", idp.issuer()).replace('\'', '"')));
        configured = null;
        return this;
    }

    Trial with(ClientCredentials other) {
        client = other;
        configured = null;
        return this;
    }

    Trial with(SocialProvider code, Map<String, String> itsSettings) {
        custom = code;
        settings = itsSettings;
        configured = null;
        return this;
    }

    ConfiguredProvider provider() {
        if (configured == null) {
            configured = new ConfiguredProvider(descriptor, client, settings, custom);
        }
        return configured;
    }

    void passes(Duration time) {
        clock.now = clock.now.plus(time);
    }

    Departure begin() {
        return logins.begin(provider(), REDIRECT);
    }

    /** What the provider sends back through the browser, by query or by form. */
    Map<String, String> visit(Departure departure) {
        var page = browser.visit(departure.location());
        return page.uri().getAuthority().equals(REDIRECT.getAuthority()) ? page.query() : page.form().fields();
    }

    Arrival finish(Departure departure, Map<String, String> parameters) {
        var values = new LinkedHashMap<String, List<String>>();
        parameters.forEach((name, value) -> values.put(name, List.of(value)));
        return finish(departure, new CallbackParameters(values));
    }

    Arrival finish(Departure departure, CallbackParameters parameters) {
        return logins.finish(provider(), REDIRECT, departure.secrets(), parameters);
    }

    Arrival login() {
        return login(UnaryOperator.identity());
    }

    /** A login in which what the provider sends back is changed on its way. */
    Arrival login(UnaryOperator<Map<String, String>> underway) {
        var departure = begin();
        return finish(departure, underway.apply(visit(departure)));
    }

    ProviderLogins logins() {
        return logins;
    }

    ProviderTokens refresh(ProviderTokens tokens) {
        return logins.refresh(provider(), tokens);
    }

    @Override
    public void close() {
        idp.close();
    }

    private static final class MovableClock extends Clock {

        private volatile Instant now = Instant.now();

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
