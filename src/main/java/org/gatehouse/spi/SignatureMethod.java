package org.gatehouse.spi;

/** How OAuth 1.0a requests are signed, <a href="https://www.rfc-editor.org/rfc/rfc5849#section-3.4">RFC 5849 section 3.4</a>. */
public enum SignatureMethod {

    HMAC_SHA1,
    /** With the operator's private key. */
    RSA_SHA1,
    PLAINTEXT
}
