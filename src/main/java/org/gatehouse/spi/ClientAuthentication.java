package org.gatehouse.spi;

/**
 * How Gatehouse proves to a token endpoint which client it is; the names are those of the registry of
 * <a href="https://www.rfc-editor.org/rfc/rfc7591#section-2">RFC 7591</a>.
 */
public enum ClientAuthentication {

    CLIENT_SECRET_POST,
    CLIENT_SECRET_BASIC,
    CLIENT_SECRET_JWT,
    PRIVATE_KEY_JWT,
    /** Posts a secret that is itself a short-lived JWT, signed with the operator's private key, as Apple wants it. */
    APPLE_CLIENT_SECRET,
    /** Names the client only. */
    NONE
}
