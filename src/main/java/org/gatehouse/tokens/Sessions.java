package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Sha256;
import org.gatehouse.platform.Transactions;

/**
 * Sessions that live by refresh tokens (RFC 6749, section 6; rotation as RFC 9700, section 4.14.2 wants it). Each token
 * works once and is exchanged for the next in one step, so of many who try at once one succeeds. A token that comes back
 * after it was exchanged has been copied; then the session ends, for the thief and for the owner.
 */
@Singleton
public class Sessions {

    private static final int TOKEN_BYTES = 32;
    /** Two tabs may send the same token at the same moment; that is no theft. The later one just fails. */
    private static final Duration SAME_MOMENT = Duration.ofSeconds(10);

    private final Database database;
    private final Transactions transactions;
    private final Settings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    Sessions(Database database, Transactions transactions, Settings settings, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * A session and the token that continues it.
     *
     * @param token shown once, to the client
     */
    public record Grant(String sessionId, String subject, String token) {

        /** Never prints the token. */
        @Override
        public String toString() {
            return "Grant for session " + sessionId;
        }
    }

    /** Whether logins make sessions at all. */
    public boolean areOn() {
        return settings.get(TokenSettings.MANAGEMENT) == TokenSettings.Management.REFRESH;
    }

    /** How long a session may rest. */
    public Duration idleLifespan() {
        return settings.get(TokenSettings.IDLE_SESSION);
    }

    public Grant open(String subject, Device device) {
        var session = new Session(UUID.randomUUID().toString(), subject, device, clock.instant(),
                settings.get(TokenSettings.LONGEST_SESSION));
        session.used(clock.instant(), idleLifespan());
        return transactions.call(() -> {
            database.write(entities -> entities.persist(session));
            return nextToken(session);
        });
    }

    /** Exchanges a token for the next one; empty if it is not, or no longer, one of ours. */
    public Optional<Grant> refresh(String token) {
        var hash = Sha256.hex(token);
        return transactions.call(() -> lockSessionOf(hash)
                .flatMap(session -> use(hash) ? continued(session) : refused(hash)));
    }

    /** Whether a session goes on; the access tokens of one that has ended are worth nothing. */
    public boolean isAlive(String sessionId) {
        return database.read(entities -> entities.createQuery(
                        "select count(s) from Session s where s.id = :id and s.idleAt > :now", Long.class)
                .setParameter("id", sessionId).setParameter("now", clock.instant()).getSingleResult()) == 1;
    }

    /** A subject's sessions that go on, the last used first. */
    public List<Session> of(String subject) {
        return database.read(entities -> entities.createQuery("select s from Session s where s.subject = :subject"
                        + " and s.idleAt > :now order by s.lastActiveAt desc, s.id", Session.class)
                .setParameter("subject", subject).setParameter("now", clock.instant()).getResultList());
    }

    /** Ends one session of a subject; false if it has none of that id. */
    public boolean end(String subject, String sessionId) {
        return delete("s.subject = :subject and s.id = :value", subject, sessionId) == 1;
    }

    public void endDevice(String subject, String deviceId) {
        delete("s.subject = :subject and s.deviceId = :value", subject, deviceId);
    }

    /** Ends the session that a refresh token belongs to; false if it is not, or no longer, one of the subject's. */
    public boolean endByToken(String subject, String token) {
        return find(Sha256.hex(token)).filter(found -> end(subject, found.sessionId())).isPresent();
    }

    /** Ends all sessions of a subject; within a transaction as a part of that. */
    public void endAll(String subject) {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from Session s where s.subject = :subject")
                        .setParameter("subject", subject).executeUpdate()));
    }

    /** Deletes the sessions that are over. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from Session s where s.idleAt <= :now")
                        .setParameter("now", clock.instant()).executeUpdate()));
    }

    private boolean use(String hash) {
        return database.update(entities -> entities.createQuery(
                        "update RefreshToken t set t.usedAt = :now where t.hash = :hash and t.usedAt is null")
                .setParameter("now", clock.instant()).setParameter("hash", hash).executeUpdate()) == 1;
    }

    /** The session, while nobody else ends or continues it; empty if it has ended, or never was. */
    private Optional<Session> lockSessionOf(String hash) {
        return database.read(entities -> {
            List<?> locked = entities.createNativeQuery("select s.id from gatehouse_session s"
                            + " where s.id = (select t.session_id from gatehouse_refresh_token t where t.hash = :hash)"
                            + " for update").setParameter("hash", hash).getResultList();
            return locked.stream().findFirst().map(id -> entities.find(Session.class, id));
        });
    }

    private Optional<Grant> continued(Session session) {
        if (session.isOver(clock.instant())) {
            return Optional.empty();
        }
        session.used(clock.instant(), idleLifespan());
        return Optional.of(nextToken(session));
    }

    private Optional<Grant> refused(String hash) {
        find(hash).filter(known -> known.usedAt() != null && known.usedAt().plus(SAME_MOMENT).isBefore(clock.instant()))
                .ifPresent(stolen -> database.write(entities ->
                        entities.createQuery("delete from Session s where s.id = :id")
                                .setParameter("id", stolen.sessionId()).executeUpdate()));
        return Optional.empty();
    }

    private Optional<RefreshToken> find(String hash) {
        return database.read(entities -> Optional.ofNullable(entities.find(RefreshToken.class, hash)));
    }

    private Grant nextToken(Session session) {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        database.write(entities -> entities.persist(new RefreshToken(Sha256.hex(token), session.id())));
        return new Grant(session.id(), session.subject(), token);
    }

    private int delete(String condition, String subject, String value) {
        return transactions.call(() -> database.update(entities ->
                entities.createQuery("delete from Session s where " + condition)
                        .setParameter("subject", subject).setParameter("value", value).executeUpdate()));
    }
}
