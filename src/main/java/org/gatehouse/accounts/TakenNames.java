package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.gatehouse.platform.Settings;
import org.gatehouse.platform.Validation;

/**
 * Says that a name or an address is taken, as far as {@link Privacy} lets it be said. It looks before the database's
 * unique key does, to find the right words; the key alone decides.
 */
@Singleton
class TakenNames {

    private final Settings settings;
    private final Users users;

    @Inject
    TakenNames(Settings settings, Users users) {
        this.settings = settings;
        this.users = users;
    }

    /** Refuses names that somebody has; under strict privacy an address is not spoken of. */
    void refuse(String username, String email, Validation check) {
        if (isStrict()) {
            refuseUsernameOnly(username);
            return;
        }
        if (users.holderOf(LoginNames.ofEmail(email)).isPresent()) {
            throw AccountError.TAKEN.exception();
        }
        users.holderOf(LoginNames.ofUsername(username)).ifPresent(holder -> {
            if (holder.isLocal() || settings.get(AccountSettings.UNIQUE_EMAIL)) {
                throw AccountError.TAKEN.exception();
            }
            check.refuseShowing("username", "This attribute must be unique").finish();
        });
    }

    /** The account that already has the address, where whoever registers must not learn of it. */
    Optional<User> ownerNotToBeTold(String email) {
        return isStrict() ? users.holderOf(LoginNames.ofEmail(email)) : Optional.empty();
    }

    /** A name that is an address says nothing here either; that of somebody else is refused for what it is. */
    private void refuseUsernameOnly(String username) {
        if (EmailAddress.problem(username).isPresent()
                && users.holderOf(LoginNames.ofUsername(username)).isPresent()) {
            throw AccountError.TAKEN.exception();
        }
    }

    private boolean isStrict() {
        return settings.get(AccountSettings.PRIVACY) == Privacy.STRICT;
    }
}
