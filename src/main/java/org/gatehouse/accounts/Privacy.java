package org.gatehouse.accounts;

/** How much the answers of registration and confirmation tell about the accounts there are. */
public enum Privacy {
    /** What clients of the HTTP contract expect: whoever registers learns that an address is taken. */
    CONTRACT,
    /** Nothing: registering with a taken address answers as with a free one, and its owner gets a mail. */
    STRICT
}
