package org.gatehouse.hostile;

import java.util.List;

/** Everything that answers below {@code /api}, and something that does not exist. */
enum Endpoint {
    LOGIN("POST", "/auth/local", "identifier", "password"),
    REGISTER("POST", "/auth/local/register", "username", "email", "password"),
    FORGOT("POST", "/auth/forgot-password", "email"),
    RESET("POST", "/auth/reset-password", "code", "password", "passwordConfirmation"),
    CHANGE("POST", "/auth/change-password", "currentPassword", "password", "passwordConfirmation"),
    SEND_CONFIRMATION("POST", "/auth/send-email-confirmation", "email"),
    CONFIRM("GET", "/auth/email-confirmation", "confirmation"),
    CALLBACK("GET", "/auth/local/callback"),
    CONNECT("GET", "/connect/github", "callback"),
    COMING_BACK("POST", "/connect/github/callback", "code", "state"),
    TICKET("POST", "/auth/github/callback", "access_token"),
    IDENTITIES("GET", "/auth/identities"),
    LINK("POST", "/auth/identities/github", "access_token"),
    ME("GET", "/users/me"),
    JWKS("GET", "/.well-known/jwks.json"),
    USERS("GET", "/users", "filters"),
    COUNT("GET", "/users/count", "filters"),
    CREATE_USER("POST", "/users", "username", "email", "password", "role"),
    CHANGE_USER("PUT", "/users/nobody", "username", "email", "password", "role"),
    ROLES("GET", "/users-permissions/roles"),
    CREATE_ROLE("POST", "/users-permissions/roles", "name", "permissions"),
    PERMISSIONS("GET", "/users-permissions/permissions"),
    CHECK("GET", "/users-permissions/permissions/check", "action"),
    LIVE("GET", "/health/live"),
    READY("GET", "/health/ready"),
    NONE("GET", "/nothing/here"),
    NONE_TO_POST("POST", "/nothing/here");

    private final String method;
    private final String path;
    private final List<String> fields;

    Endpoint(String method, String path, String... fields) {
        this.method = method;
        this.path = path;
        this.fields = List.of(fields);
    }

    String method() {
        return method;
    }

    /** Below {@code /api}. */
    String path() {
        return path;
    }

    List<String> fields() {
        return fields;
    }
}
