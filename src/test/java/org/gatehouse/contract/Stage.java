package org.gatehouse.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Await;
import org.gatehouse.systems.Gatehouse;

/** The running Gatehouse and what the cases so far have left around it: people, settings, mails, the token in use. */
final class Stage {

    private static final String TOKEN = "{{token}}";
    private static final String CONFIRMATION = "{{confirmation}}";
    private static final String SERVER = "{{server}}";
    /** What the server's mail session says when nobody else does. */
    private static final String SENDER = "{{sender}}";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Gatehouse gatehouse;
    private final Placeholders placeholders = new Placeholders();
    private Map<String, String> settings = Map.of();
    private final People people;
    private final RolePermissions publicRole;
    private final RolePermissions authenticatedRole;
    private final Post post;
    private final Wallet wallet;
    private final CookieJar cookies = new CookieJar(placeholders);

    /** An empty one: nobody has registered yet. */
    Stage(Gatehouse gatehouse) {
        this.gatehouse = gatehouse;
        people = new People(gatehouse);
        publicRole = new RolePermissions(gatehouse, "public");
        authenticatedRole = new RolePermissions(gatehouse, "authenticated");
        post = new Post(gatehouse);
        wallet = new Wallet(gatehouse, placeholders);
        people.allGone();
        placeholders.know(SERVER, gatehouse.baseUri().toString());
        placeholders.know(SENDER, "gatehouse@localhost");
    }

    Gatehouse gatehouse() {
        return gatehouse;
    }

    Placeholders placeholders() {
        return placeholders;
    }

    People people() {
        return people;
    }

    /** What people may do who have not signed in. */
    RolePermissions publicRole() {
        return publicRole;
    }

    /** What people may do who have. */
    RolePermissions authenticatedRole() {
        return authenticatedRole;
    }

    Post post() {
        return post;
    }

    /** The cookies of the browser that the cases come from. */
    CookieJar cookies() {
        return cookies;
    }

    /** The servers of the providers. */
    Upstream upstream() {
        return Upstream.running();
    }

    /** The tokens of those who have signed in beside the recorded requests. */
    Wallet wallet() {
        return wallet;
    }

    /** Does something under other settings than those of the case. */
    void under(Map<String, String> others, Runnable act) {
        Map<String, String> before = settings;
        settings(others);
        act.run();
        settings(before);
    }

    /** These settings and no others from now on; what stays as it is costs no time. */
    void settings(Map<String, String> wanted) {
        Map<String, Optional<String>> changes = new HashMap<>();
        settings.keySet().forEach(name -> changes.put(name, Optional.ofNullable(wanted.get(name))));
        wanted.forEach((name, value) -> changes.put(name, Optional.of(value)));
        changes.entrySet().removeIf(change ->
                change.getValue().equals(Optional.ofNullable(settings.get(change.getKey()))));
        if (!changes.isEmpty()) {
            gatehouse.settings(changes);
            settings = wanted;
        }
    }

    /** From now on requests with a token carry one that was just issued to this user. */
    void signIn(String username, String password) {
        placeholders.know(TOKEN, gatehouse.login(username, password).jwt());
    }

    /** From now on the id of this user is known, and a token of their own beside the one in use. */
    void knows(String username, String password) {
        Answer login = gatehouse.login(username, password);
        placeholders.know("{{token " + username + "}}", login.jwt());
        placeholders.know("{{id " + username + "}}", login.json().getJsonObject("user").get("id").toString());
    }

    /** From now on requests with a token carry what an attacker makes of it. */
    void forgeToken() {
        placeholders.know(TOKEN, new Token(placeholders.fill(TOKEN)).forged());
    }

    void awaitEndOfToken() {
        Instant end = new Token(placeholders.fill(TOKEN)).end();
        Await.until("the token to expire", PATIENCE, () -> Instant.now().isAfter(end));
    }

    /** From now on the confirmation that is sent is that of the mail to this new user. */
    void awaitsConfirmation(String username) {
        String email = username + "@peer.test";
        people.registered(username, email);
        placeholders.know(CONFIRMATION, post.take(email).code());
    }
}
