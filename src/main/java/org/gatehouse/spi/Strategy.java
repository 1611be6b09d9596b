package org.gatehouse.spi;

/** The few providers that differ in a way which is not data. */
public enum Strategy {

    STANDARD,
    /** OAuth 1.0a in order only: unsigned, a code in place of the request token, parameters of its own. */
    POCKET,
    /** The callback is signed by the provider, and the shop it names must be the one that was asked. */
    SHOPIFY
}
