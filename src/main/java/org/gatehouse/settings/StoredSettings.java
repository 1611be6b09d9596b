package org.gatehouse.settings;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of this room itself. */
@Singleton
class StoredSettings implements SettingKeys {

    static final SettingKey<Duration> RELOAD_INTERVAL = SettingKey.duration("gatehouse.settings.reload-interval");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(RELOAD_INTERVAL);
    }
}
