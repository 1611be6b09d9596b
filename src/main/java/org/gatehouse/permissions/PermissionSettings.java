package org.gatehouse.permissions;

import jakarta.inject.Singleton;
import java.util.List;
import org.gatehouse.platform.SettingKey;
import org.gatehouse.platform.SettingKeys;

/** The settings of permissions. */
@Singleton
class PermissionSettings implements SettingKeys {

    static final SettingKey<List<String>> ACTIONS = SettingKey.listOf("gatehouse.actions",
            "a list of actions such as api::order.order.find,api::order.order.create, or nothing", ActionName::ofCompany);
    static final SettingKey<Boolean> ACTIONS_IN_GROUPS = SettingKey.flag("gatehouse.actions.in-groups");

    @Override
    public List<SettingKey<?>> keys() {
        return List.of(ACTIONS, ACTIONS_IN_GROUPS);
    }
}
