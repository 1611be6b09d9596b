package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Settings;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/**
 * Hashes passwords with argon2id (RFC 9106; 7 MiB, 5 passes, 1 lane, as OWASP recommends) and checks them against hashes
 * of the past: bcrypt hashes of imported accounts work and are due to be replaced. The stored format is the PHC string
 * ({@code $argon2id$v=19$m=7168,t=5,p=1$…}) or bcrypt's own ({@code $2b$10$…}).
 *
 * <p>A hash is meant to be slow, so a flood of logins must not take the machine from everybody else: at most as many run
 * at once as there are cores, some more wait, and the rest are told to come back.
 */
@Singleton
class PasswordHashing {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 7 * 1024;
    private static final int PASSES = 5;
    private static final Duration WHEN_BUSY = Duration.ofSeconds(2);

    private final PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final PasswordEncoder bcrypt = new BCryptPasswordEncoder();
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    /** What an unknown user's password is compared with, so that it takes as long as a known one's. */
    private final String nobodysHash = argon2.encode(UUID.randomUUID().toString());
    private final Settings settings;

    @Inject
    PasswordHashing(Settings settings) {
        this.settings = settings;
    }

    /** The hash to be stored; differs each time. */
    String hash(String password) {
        return inTurn(() -> argon2.encode(password));
    }

    /** Whether it is the password behind the hash; takes as long where there is no hash, and is false then. */
    boolean matches(String password, Optional<String> hash) {
        var compared = hash.orElse(nobodysHash);
        return inTurn(() -> encoderOf(compared).matches(password, compared)) && hash.isPresent();
    }

    /** Whether a hash was made in a way that is no longer today's. */
    boolean isOutdated(String hash) {
        return encoderOf(hash) != argon2 || argon2.upgradeEncoding(hash);
    }

    private PasswordEncoder encoderOf(String hash) {
        return hash.startsWith("$2") ? bcrypt : argon2;
    }

    /**
     * Runs a hash as soon as a core is free.
     *
     * @throws ApiException 503 if too many wait already
     */
    private <T> T inTurn(Supplier<T> hash) {
        if (cores.getQueueLength() > settings.get(AccountSettings.MOST_WAITING)) {
            throw ApiException.retryAfter(AccountError.TOO_BUSY, WHEN_BUSY);
        }
        cores.acquireUninterruptibly();
        try {
            return hash.get();
        } finally {
            cores.release();
        }
    }
}
