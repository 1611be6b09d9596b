package org.gatehouse.providers;

import org.gatehouse.platform.ErrorCode;
import org.gatehouse.platform.ErrorName;

/** Why a request about a provider is refused, in the words of the HTTP contract. */
enum ProviderError implements ErrorCode {
    DISABLED("This provider is disabled"),
    NOT_EXTERNAL("Unknown OAuth provider"),
    NO_CALLBACK("Provider callback URL is not configured"),
    NOT_COMPLETED("OAuth authentication requires a completed provider session"),
    UNREACHABLE("The provider could not be asked"),
    UNUSABLE_PROFILE("The provider does not say who this is");

    private final String message;

    ProviderError(String message) {
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
