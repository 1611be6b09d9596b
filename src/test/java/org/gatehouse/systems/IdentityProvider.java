package org.gatehouse.systems;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * An identity provider on loopback that speaks OpenID Connect, OAuth 2, OAuth 1.0a and the ticket protocol of CAS; honest
 * and strict until it is told otherwise. Whoever {@linkplain #signsIn signs in} consents at once, without a page.
 *
 * <p>It remembers {@linkplain #received what it was asked}. What it sends can be changed piece by piece: the members of
 * its metadata, the {@link IdToken}s, the parameters it sends back to the client, or {@linkplain #answers whole answers}.
 *
 * <pre>{@code
 * try (var provider = IdentityProvider.open()) {
 *     provider.signsIn(ProviderUser.named("ada")).sendsIdTokens(IdToken.honest().without("iat"));
 *     gatehouse.settings(provider.settings("acme"));
 * }
 * }</pre>
 */
public final class IdentityProvider implements AutoCloseable {

    /** The one client it knows at first. */
    public static final String CLIENT_ID = "gatehouse-at-the-provider";
    public static final String CLIENT_SECRET = "the secret of gatehouse at the provider";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final List<ProviderRequest> received = new CopyOnWriteArrayList<>();
    private final Map<String, ProviderAnswer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> clients = new ConcurrentHashMap<>(Map.of(CLIENT_ID, CLIENT_SECRET));
    private final ProviderKeys keys = new ProviderKeys();
    private final ProviderMetadata metadata;
    private final CallbackParameters callback = new CallbackParameters();
    private volatile ProviderUser user = ProviderUser.anybody();
    private volatile UnaryOperator<Map<String, Object>> profile = UnaryOperator.identity();
    private volatile IdToken idToken = IdToken.honest();

    private IdentityProvider(HttpServer server) {
        this.server = server;
        this.metadata = new ProviderMetadata(issuer());
        var provides = new ProviderEndpoints(this);
        server.createContext("/", exchange -> provides.handle(exchange, closed));
        server.setExecutor(threads);
        server.start();
    }

    /** A new one, started. */
    public static IdentityProvider open() {
        try {
            return new IdentityProvider(HttpServer.create(
                    new InetSocketAddress(InetAddress.getByName("localhost"), 0), 0));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends it; answers that hang are cut off. */
    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    public String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** One of its addresses; {@code path} starts with a slash. */
    public URI uri(String path) {
        return URI.create(issuer() + path);
    }

    /** The settings that make it a provider of Gatehouse by discovery, as an operator would write them. */
    public Map<String, String> settings(String name) {
        return settings(name, Map.of("extends", "oidc", "issuer", issuer()));
    }

    /** The settings that make it a provider of Gatehouse without discovery, by plain OAuth 2. */
    public Map<String, String> settingsOfOAuth2(String name) {
        return settings(name, Map.of("extends", "oauth2", "authorize-url", issuer() + "/authorize",
                "access-url", issuer() + "/token", "profile-url", issuer() + "/userinfo"));
    }

    /** The settings that make it a provider of Gatehouse by OAuth 1.0a. */
    public Map<String, String> settingsOfOAuth1(String name) {
        return settings(name, Map.of("extends", "oauth1", "request-url", issuer() + "/oauth1/request-token",
                "authorize-url", issuer() + "/oauth1/authorize", "access-url", issuer() + "/oauth1/access-token",
                "profile-url", issuer() + "/oauth1/profile"));
    }

    private Map<String, String> settings(String name, Map<String, String> kind) {
        var settings = new TreeMap<String, String>();
        kind.forEach((setting, value) -> settings.put("gatehouse.provider." + name + "." + setting, value));
        settings.put("gatehouse.provider." + name + ".enabled", "true");
        settings.put("gatehouse.provider." + name + ".key", CLIENT_ID);
        settings.put("gatehouse.provider." + name + ".secret", CLIENT_SECRET);
        return settings;
    }

    /** Knows this client, too. */
    public IdentityProvider knows(String clientId, String secret) {
        clients.put(clientId, secret);
        return this;
    }

    /** Whoever comes from now on is this person, and consents. */
    public IdentityProvider signsIn(ProviderUser person) {
        user = person;
        return this;
    }

    /** What is told about the person at the profile endpoints; id_tokens stay as they are. */
    public IdentityProvider tellsOfThePerson(UnaryOperator<Map<String, Object>> change) {
        profile = change;
        return this;
    }

    /** Every id_token is made like this one from now on. */
    public IdentityProvider sendsIdTokens(IdToken like) {
        idToken = like;
        return this;
    }

    /** Publishes this member of its metadata, instead of the honest one or beside them. */
    public IdentityProvider claims(String member, Object value) {
        metadata.put(member, value);
        return this;
    }

    /** Leaves this member out of its metadata. */
    public IdentityProvider keepsSilentAbout(String member) {
        metadata.remove(member);
        return this;
    }

    /** Sends people back with this parameter, instead of the honest one or beside them. */
    public IdentityProvider sendsBackWith(String parameter, String value) {
        callback.put(parameter, value);
        return this;
    }

    /** Sends people back without this parameter. */
    public IdentityProvider sendsBackWithout(String parameter) {
        callback.remove(parameter);
        return this;
    }

    /** Sends people back with an error instead of a code (RFC 6749, section 4.1.2.1). */
    public IdentityProvider denies(String error, String description) {
        return sendsBackWithout("code").sendsBackWith("error", error).sendsBackWith("error_description", description);
    }

    /** Whatever is asked at this path gets this answer from now on. */
    public IdentityProvider answers(String path, ProviderAnswer answer) {
        answers.put(path, answer);
        return this;
    }

    /** Answers at this path of its own accord again. */
    public IdentityProvider answersAsUsual(String path) {
        answers.remove(path);
        return this;
    }

    /** The keys it signs with and publishes. */
    public ProviderKeys keys() {
        return keys;
    }

    /** Every request so far, oldest first. */
    public List<ProviderRequest> received() {
        return List.copyOf(received);
    }

    /** The requests for this path so far, oldest first. */
    public List<ProviderRequest> received(String path) {
        return received.stream().filter(request -> request.path().equals(path)).toList();
    }

    /** The newest request for this path. */
    public ProviderRequest lastReceived(String path) {
        var requests = received(path);
        if (requests.isEmpty()) {
            throw new AssertionError("Nobody asked for " + path + ", but " + received);
        }
        return requests.get(requests.size() - 1);
    }

    void remember(ProviderRequest request) {
        received.add(request);
    }

    ProviderAnswer toldAnswer(String path) {
        return answers.get(path);
    }

    boolean isSecretOf(String clientId, String secret) {
        return clientId != null && secret != null && secret.equals(clients.get(clientId));
    }

    String secretOf(String clientId) {
        return clients.get(clientId);
    }

    ProviderUser user() {
        return user;
    }

    Map<String, Object> profileOf(ProviderUser person) {
        return profile.apply(person.claims());
    }

    IdToken idToken() {
        return idToken;
    }

    ProviderMetadata metadata() {
        return metadata;
    }

    CallbackParameters callback() {
        return callback;
    }
}
