package org.gatehouse.accounts;

/** Whether somebody who comes from a provider for the first time gets into an account of the same address. */
enum LinkByEmail {
    /** No, as the HTTP contract has it: they log in as usual and link the provider themselves. */
    NEVER,
    /** Yes, where the provider says that the address is verified, and the account's owner has been seen to have it. */
    VERIFIED
}
