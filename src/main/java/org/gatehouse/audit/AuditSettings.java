package org.gatehouse.audit;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of the audit log. */
@Singleton
class AuditSettings implements SettingKeys {

    static final SettingKey<Duration> RETENTION = SettingKey.duration("gatehouse.audit.retention");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(RETENTION);
    }
}
