package org.gatehouse.tokens;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of access tokens. */
@Singleton
class TokenSettings implements SettingKeys {

    static final SettingKey<Management> MANAGEMENT = SettingKey.choice("gatehouse.jwt.management", Management.class);
    static final SettingKey<Duration> EXPIRES_IN = SettingKey.duration("gatehouse.jwt.expires-in");
    static final SettingKey<Duration> ACCESS_LIFESPAN =
            SettingKey.duration("gatehouse.sessions.access-token-lifespan");
    static final SettingKey<Duration> IDLE_SESSION = SettingKey.duration("gatehouse.sessions.idle-lifespan");
    static final SettingKey<Duration> LONGEST_SESSION = SettingKey.duration("gatehouse.sessions.max-lifespan");
    static final SettingKey<String> AUDIENCE = SettingKey.text("gatehouse.jwt.audience");

    /** How people stay signed in. */
    enum Management {
        /** One access token that lives long. */
        LEGACY_SUPPORT,
        /** Short access tokens, and refresh tokens that bring the next one. */
        REFRESH
    }

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(MANAGEMENT, EXPIRES_IN, ACCESS_LIFESPAN, IDLE_SESSION, LONGEST_SESSION, AUDIENCE);
    }
}
