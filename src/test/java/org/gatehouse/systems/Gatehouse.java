package org.gatehouse.systems;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gatehouse as its clients see it: HTTP in the words of the domain, and the few things its neighbours can do from
 * outside, through the database and the mail server.
 */
public final class Gatehouse implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final PayaraMicro server;
    private final Database database;
    private final Inbox inbox;
    private final Path encryptionKey;

    private Gatehouse(PayaraMicro server, Database database, Inbox inbox, Path encryptionKey) {
        this.server = server;
        this.database = database;
        this.inbox = inbox;
        this.encryptionKey = encryptionKey;
    }

    /** The one server that all tests of this JVM share; its rate limit is off. */
    public static Gatehouse shared() {
        return Shared.GATEHOUSE;
    }

    /** A server of the test's own, with its own database and mail server, and with these settings on top. */
    public static Gatehouse start(Map<String, String> properties) {
        Path encryptionKey = Project.directory("server-runs").resolve(UUID.randomUUID() + ".key");
        return start(Project.built("gatehouse.war"), Database.selected(), Inbox.open(), encryptionKey, properties);
    }

    /** The same with another WAR, such as one that an operator has extended. */
    public static Gatehouse start(Path war, Map<String, String> properties) {
        Path encryptionKey = Project.directory("server-runs").resolve(UUID.randomUUID() + ".key");
        return start(war, Database.selected(), Inbox.open(), encryptionKey, properties);
    }

    /** The one that runs on a server of the test's own making, without a mail server. */
    public static Gatehouse on(PayaraMicro server, Database database) {
        return new Gatehouse(server, database, null, null);
    }

    /** One more node on the database and mail server of this one. */
    public Gatehouse startBeside(Map<String, String> properties) {
        return start(Project.built("gatehouse.war"), database, inbox, encryptionKey, properties);
    }

    private static Gatehouse start(Path war, Database database, Inbox inbox, Path encryptionKey,
                                   Map<String, String> properties) {
        PayaraMicroBuilder plan = PayaraMicro.builder();
        PayaraMicro server = plan
                .shortLived()
                .deploy(war, "/")
                .database(database)
                .inbox(inbox)
                .property("gatehouse.mode", "development")
                .property("gatehouse.url", plan.baseUri().toString())
                .property("gatehouse.encryption-key-file", encryptionKey.toString())
                .property("gatehouse.settings.reload-interval", "200ms")
                .property("gatehouse.ratelimit.enabled", "false")
                .properties(properties)
                .start();
        return new Gatehouse(server, database, inbox, encryptionKey);
    }

    /** Ends everything that belongs to it; not for nodes beside another, and not for the shared one. */
    @Override
    public void close() {
        server.stop();
        inbox.stop();
        database.stop();
    }

    public PayaraMicro server() {
        return server;
    }

    public Database database() {
        return database;
    }

    public Inbox inbox() {
        return inbox;
    }

    public URI baseUri() {
        return server.baseUri();
    }

    /** A client without a token. */
    public Client anonymous() {
        return server.client();
    }

    /** A client that sends this access token. */
    public Client as(String jwt) {
        return anonymous().with("Authorization", "Bearer " + jwt);
    }

    public Answer get(String path) {
        return anonymous().get(path);
    }

    public Answer post(String path, Map<String, ?> body) {
        return anonymous().post(path, body);
    }

    public Answer post(String path, String json) {
        return anonymous().post(path, json);
    }

    public Answer register(String username, String email, String password) {
        return post("/api/auth/local/register", Map.of("username", username, "email", email, "password", password));
    }

    public Answer login(String identifier, String password) {
        return post("/api/auth/local", Map.of("identifier", identifier, "password", password));
    }

    public Answer refresh(String refreshToken) {
        return post("/api/auth/refresh", Map.of("refreshToken", refreshToken));
    }

    public Answer logout(String jwt, Map<String, ?> what) {
        return as(jwt).post("/api/auth/logout", what);
    }

    public Answer me(String jwt) {
        return as(jwt).get("/api/users/me");
    }

    public Answer forgotPassword(String email) {
        return post("/api/auth/forgot-password", Map.of("email", email));
    }

    public Answer resetPassword(String code, String password) {
        return post("/api/auth/reset-password",
                Map.of("code", code, "password", password, "passwordConfirmation", password));
    }

    public Answer changePassword(String jwt, String current, String wanted) {
        return as(jwt).post("/api/auth/change-password",
                Map.of("currentPassword", current, "password", wanted, "passwordConfirmation", wanted));
    }

    public Answer sendEmailConfirmation(String email) {
        return post("/api/auth/send-email-confirmation", Map.of("email", email));
    }

    /** Opens a link from a mail as a browser does, up to the first answer. */
    public Answer follow(String link) {
        return get(link);
    }

    /** Where the way to a provider begins. */
    public URI connect(String provider) {
        return baseUri().resolve("/api/connect/" + provider);
    }

    /** Hands in the ticket that somebody came back from the provider with, as the front end does. */
    public Answer exchange(String provider, String ticket) {
        return get("/api/auth/" + provider + "/callback?access_token=" + ticket);
    }

    /** Changes a setting as an administrator on another node does, and waits until this node has seen it. */
    public void setting(String name, String value) {
        settings(Map.of(name, Optional.of(value)));
    }

    /** Gives a setting its packaged default back. */
    public void resetSetting(String name) {
        settings(Map.of(name, Optional.empty()));
    }

    /** Changes several settings at once; an empty value gives one its packaged default back. */
    public void settings(Map<String, Optional<String>> changes) {
        changes.forEach((name, value) -> {
            database.update("delete from gatehouse_setting where name = ?", name);
            value.ifPresent(content ->
                    database.update("insert into gatehouse_setting (name, content) values (?, ?)", name, content));
        });
        awaitSettings();
    }

    public void block(String username) {
        database.update("update gatehouse_user set blocked = true where username = ?", username);
    }

    public void unblock(String username) {
        database.update("update gatehouse_user set blocked = false where username = ?", username);
    }

    public void grant(String roleType, String action) {
        database.update("insert into gatehouse_permission (role_id, action) "
                + "select r.id, ? from gatehouse_role r where r.type = ? and not exists "
                + "(select 1 from gatehouse_permission p where p.role_id = r.id and p.action = ?)",
                action, roleType, action);
        roleChanged(roleType);
    }

    public void revoke(String roleType, String action) {
        database.update("delete from gatehouse_permission where action = ? "
                + "and role_id = (select id from gatehouse_role where type = ?)", action, roleType);
        roleChanged(roleType);
    }

    private void roleChanged(String roleType) {
        database.update("update gatehouse_role set version = version + 1 where type = ?", roleType);
    }

    private void awaitSettings() {
        database.update("update gatehouse_settings_version set version = version + 1");
        long version = database.queryForLong("select version from gatehouse_settings_version");
        Await.until("settings version " + version, PATIENCE, () ->
                get("/api/health/ready").json().getJsonNumber("settingsVersion").longValue() >= version);
    }

    /** Started when a test first asks for it. */
    private static final class Shared {

        private static final Gatehouse GATEHOUSE = start(Map.of());
    }
}
