package org.gatehouse.spi;

/** How far the e-mail addresses that a provider names are believed. */
public enum EmailTrust {

    /** An address is verified where the provider says so about it. */
    VERIFIED_ONLY,
    /** Every address is verified: the provider documents that it names no other, or the operator knows. */
    TRUSTED,
    /** No address is verified, whatever the provider says. */
    NONE
}
