package org.gatehouse.spi;

/**
 * A login with a provider that did not come to a good end. Error and description reach the front end, so they name no
 * secret, no token and nobody; a cause only ever reaches the log.
 */
public class ProviderException extends RuntimeException {

    /** The error of everything that was not the provider's own to name. */
    public static final String OAUTH_ERROR = "oauth_error";

    private final String error;
    private final String description;

    /** A failure that Gatehouse or an extension found. */
    public ProviderException(String description) {
        this(OAUTH_ERROR, description, null);
    }

    /** A failure that Gatehouse or an extension found, and what caused it. */
    public ProviderException(String description, Throwable cause) {
        this(OAUTH_ERROR, description, cause);
    }

    /**
     * A failure in full.
     *
     * @param error       a code such as {@code access_denied} of RFC 6749
     * @param description what happened, in words for a developer; may be null
     * @param cause       for the log; may be null
     */
    public ProviderException(String error, String description, Throwable cause) {
        super(description == null ? error : error + ": " + description, cause);
        this.error = error;
        this.description = description;
    }

    public String error() {
        return error;
    }

    /** What happened, or null where the provider did not say. */
    public String description() {
        return description;
    }
}
