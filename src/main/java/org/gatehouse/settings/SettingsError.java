package org.gatehouse.settings;

import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** Why a change of the settings is refused. */
enum SettingsError implements ErrorCode {
    PINNED("This setting is set by the server's configuration and cannot be changed here");

    private final String message;

    SettingsError(String message) {
        this.message = message;
    }

    @Override
    public ErrorName errorName() {
        return ErrorName.APPLICATION;
    }

    @Override
    public String message() {
        return message;
    }
}
