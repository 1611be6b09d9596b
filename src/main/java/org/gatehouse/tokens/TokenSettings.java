package org.gatehouse.tokens;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;
import org.gatehouse.platform.Settings;

/** The settings of access tokens and of the keys that sign them. */
@Singleton
class TokenSettings implements SettingKeys {

    static final SettingKey<Management> MANAGEMENT = SettingKey.choice("gatehouse.jwt.management", Management.class);
    static final SettingKey<Duration> EXPIRES_IN = SettingKey.duration("gatehouse.jwt.expires-in");
    static final SettingKey<Duration> ACCESS_LIFESPAN =
            SettingKey.duration("gatehouse.sessions.access-token-lifespan");
    static final SettingKey<Duration> IDLE_SESSION = SettingKey.duration("gatehouse.sessions.idle-lifespan");
    static final SettingKey<Duration> LONGEST_SESSION = SettingKey.duration("gatehouse.sessions.max-lifespan");
    static final SettingKey<String> AUDIENCE = SettingKey.text("gatehouse.jwt.audience");
    static final SettingKey<SignatureAlgorithm> ALGORITHM = new SettingKey<>("gatehouse.jwt.algorithm", "RS256 or ES256",
            text -> text.flatMap(SignatureAlgorithm::named).orElseThrow(() -> new IllegalArgumentException()));
    static final SettingKey<Optional<Duration>> ROTATE_AFTER =
            SettingKey.durationOrNever("gatehouse.jwt.key.rotate-after");
    static final SettingKey<Duration> PUBLISH_AHEAD = SettingKey.duration("gatehouse.jwt.key.publish-ahead");
    static final SettingKey<List<String>> KEY_FILES = SettingKey.list("gatehouse.jwt.key.files");
    static final SettingKey<Optional<String>> KEY_PASSWORD = SettingKey.optionalText("gatehouse.jwt.key.password");
    static final SettingKey<Optional<String>> KEY_ALIAS = SettingKey.optionalText("gatehouse.jwt.key.alias");

    /** How people stay signed in. */
    enum Management {
        /** One access token that lives long. */
        LEGACY_SUPPORT,
        /** Short access tokens, and refresh tokens that bring the next one. */
        REFRESH
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(MANAGEMENT, EXPIRES_IN, ACCESS_LIFESPAN, IDLE_SESSION, LONGEST_SESSION, AUDIENCE, ALGORITHM,
                ROTATE_AFTER, PUBLISH_AHEAD, KEY_FILES, KEY_PASSWORD, KEY_ALIAS);
    }

    @Override
    public Optional<String> contradiction(Settings settings) {
        return settings.get(ROTATE_AFTER).filter(age -> age.compareTo(settings.get(PUBLISH_AHEAD)) <= 0).map(age ->
                ROTATE_AFTER.name() + " must be longer than " + PUBLISH_AHEAD.name()
                        + ": a key cannot be replaced before the next one has been published.");
    }
}
