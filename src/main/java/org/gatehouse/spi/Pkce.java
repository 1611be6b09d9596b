package org.gatehouse.spi;

/** Proof that who brings the code is who asked for it, <a href="https://www.rfc-editor.org/rfc/rfc7636">RFC 7636</a>. */
public enum Pkce {

    S256,
    /** Only for providers that refuse a request with a challenge in it; those that ignore it get one. */
    NONE
}
