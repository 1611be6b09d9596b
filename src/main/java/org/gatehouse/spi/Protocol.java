package org.gatehouse.spi;

/** What a provider speaks. */
public enum Protocol {

    /** <a href="https://openid.net/specs/openid-connect-core-1_0.html">OpenID Connect</a>, code flow. */
    OIDC,
    /** <a href="https://www.rfc-editor.org/rfc/rfc6749">OAuth 2.0</a>, code flow, and a profile of the provider's own. */
    OAUTH2,
    /** <a href="https://www.rfc-editor.org/rfc/rfc5849">OAuth 1.0a</a>. */
    OAUTH1,
    /** CAS tickets; the login page is the authorize URL, the validation of a ticket the token URL. */
    CAS
}
