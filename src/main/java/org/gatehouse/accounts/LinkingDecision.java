package org.gatehouse.accounts;

import org.gatehouse.platform.ApiException;

/** What happens to somebody who comes from a provider; {@link Linking} decides. */
sealed interface LinkingDecision {

    /** They have been here before. */
    record LogIn(User user, Identity identity) implements LinkingDecision {
    }

    /** The account is theirs, but was made before identities were known, by an import. */
    record Adopt(User user) implements LinkingDecision {
    }

    /** They have an account under the same address, which both sides have seen to be theirs. */
    record Link(User user) implements LinkingDecision {
    }

    /** Nobody knows them. */
    record OpenAccount() implements LinkingDecision {
    }

    /** They may not come in. */
    record Refuse(ApiException reason, String outcome) implements LinkingDecision {

        Refuse(AccountError reason) {
            this(reason.exception(), reason.outcome());
        }
    }
}
