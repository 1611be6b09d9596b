package org.gatehouse.accounts;

/** What became of somebody who was to be imported. All but the first have no account here. */
public enum ImportOutcome {
    IMPORTED,
    /** Somebody has that user name or that address already, here or further up in the source. */
    TAKEN_NAME,
    INVALID_USERNAME,
    INVALID_EMAIL,
    INVALID_PROVIDER
}
