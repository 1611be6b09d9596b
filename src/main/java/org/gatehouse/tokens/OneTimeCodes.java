package org.gatehouse.tokens;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.gatehouse.platform.Database;
import org.gatehouse.platform.Sha256;
import org.gatehouse.platform.Transactions;

/**
 * Codes that prove, once and for a short time, that someone received a mail. Each subject has at most one code for each
 * purpose: a new one replaces the one before. Only their SHA-256 is stored; as random as they are, it needs no salt.
 */
@Singleton
public class OneTimeCodes {

    private final Database database;
    private final Transactions transactions;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    @Inject
    OneTimeCodes(Database database, Transactions transactions, Clock clock) {
        this.database = database;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Makes a code, within the caller's transaction. Two of them must not be made at once for one subject; the caller
     * holds a lock.
     */
    public String create(CodePurpose purpose, String subject, Duration lifetime) {
        revoke(purpose, subject);
        var bytes = new byte[purpose.bytes()];
        random.nextBytes(bytes);
        var code = HexFormat.of().formatHex(bytes);
        var stored = new OneTimeCode(Sha256.hex(code), purpose.name(), subject, clock.instant().plus(lifetime));
        database.write(entities -> entities.persist(stored));
        return code;
    }

    /** Whose code this is, if it can still be used. Using it is another step: {@link #consume}. */
    public Optional<String> subjectOf(CodePurpose purpose, String code) {
        return database.read(entities -> entities.createQuery("select c.subject from OneTimeCode c"
                        + " where c.hash = :hash and c.purpose = :purpose and c.expiresAt > :now", String.class)
                .setParameter("hash", Sha256.hex(code))
                .setParameter("purpose", purpose.name())
                .setParameter("now", clock.instant())
                .getResultList().stream().findFirst());
    }

    /** Uses a code, within the caller's transaction; of many who try at once, one gets true. */
    public boolean consume(CodePurpose purpose, String code) {
        return database.update(entities -> entities.createQuery("delete from OneTimeCode c"
                        + " where c.hash = :hash and c.purpose = :purpose and c.expiresAt > :now")
                .setParameter("hash", Sha256.hex(code))
                .setParameter("purpose", purpose.name())
                .setParameter("now", clock.instant())
                .executeUpdate()) == 1;
    }

    /** Takes back a subject's code, within the caller's transaction. */
    public void revoke(CodePurpose purpose, String subject) {
        database.write(entities -> entities.createQuery("delete from OneTimeCode c"
                        + " where c.purpose = :purpose and c.subject = :subject")
                .setParameter("purpose", purpose.name())
                .setParameter("subject", subject)
                .executeUpdate());
    }

    /** Deletes the codes that have expired. */
    void purge() {
        transactions.run(() -> database.write(entities ->
                entities.createQuery("delete from OneTimeCode c where c.expiresAt <= :now")
                        .setParameter("now", clock.instant())
                        .executeUpdate()));
    }
}
