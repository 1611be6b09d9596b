package org.gatehouse.spi;

/** What a provider says about the e-mail address in a profile. Only {@link #VERIFIED} ever links or confirms an account. */
public enum EmailVerification {
    /** The provider says that the person commands the address. */
    VERIFIED,
    /** The provider says that nobody has shown it. */
    UNVERIFIED,
    /** The provider says nothing about it. */
    UNKNOWN
}
