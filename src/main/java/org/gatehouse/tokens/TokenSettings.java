package org.gatehouse.tokens;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of access tokens. */
@Singleton
class TokenSettings implements SettingKeys {

    static final SettingKey<Duration> EXPIRES_IN = SettingKey.duration("gatehouse.jwt.expires-in");
    static final SettingKey<String> AUDIENCE = SettingKey.text("gatehouse.jwt.audience");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(EXPIRES_IN, AUDIENCE);
    }
}
