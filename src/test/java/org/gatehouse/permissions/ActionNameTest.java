package org.gatehouse.permissions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.gatehouse.platform.InvalidSettingException;
import org.gatehouse.platform.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a company may call what can be done in its applications. */
class ActionNameTest {

    @ParameterizedTest
    @ValueSource(strings = {"api::order.order.find", "plugin::upload.content-api.upload", "api::shop.basket_2.addItem"})
    void aNameHasAnOwnerAControllerAndAnAction(String name) {
        assertThat(ActionName.ofCompany(name)).isEqualTo(name);
        assertThat(ActionName.parse(name)).hasToString(name);
    }

    @Test
    void itsPartsAreThoseOfThePermissionTree() {
        assertThat(ActionName.parse("api::order.order.find")).isEqualTo(new ActionName("api::order", "order", "find"));
    }

    /** A role's type has no colons, so that no role can pass for an action in a token. */
    @ParameterizedTest
    @ValueSource(strings = {"find", "order.find", "order.order.find", "api::order.find", "api::order.order.find.all",
            "api:order.order.find", "api::order.order.", "api::..", "other::order.order.find", "api::order.order.fïnd",
            "api::order.order.find\n", "plugin::users-permissions.user.me", "plugin::users-permissions.shop.find"})
    void otherNamesAndOurOwnAreRefused(String name) {
        assertThatThrownBy(() -> ActionName.ofCompany(name)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aNameFitsTheDatabase() {
        assertThatThrownBy(() -> ActionName.ofCompany("api::order.order." + "x".repeat(240)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWrongOneInTheSettingIsNamed() {
        var settings = new Settings();
        settings.replaceWith(0, name -> Optional.of("api::order.order.find, user.me"));

        assertThatThrownBy(() -> settings.get(PermissionSettings.ACTIONS)).isInstanceOf(InvalidSettingException.class)
                .hasMessage("gatehouse.actions must be a list of actions such as"
                        + " api::order.order.find,api::order.order.create, or nothing ('user.me')");
    }
}
