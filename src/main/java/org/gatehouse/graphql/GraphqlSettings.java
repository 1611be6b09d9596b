package org.gatehouse.graphql;

import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of this room. */
@Singleton
public class GraphqlSettings implements SettingKeys {

    static final SettingKey<Boolean> ENABLED = SettingKey.flag("gatehouse.graphql.enabled");
    static final SettingKey<Boolean> INTROSPECTION = SettingKey.flag("gatehouse.graphql.introspection");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(ENABLED, INTROSPECTION);
    }
}
