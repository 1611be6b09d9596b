package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import org.gatehouse.permissions.Role;
import org.gatehouse.permissions.Roles;
import org.gatehouse.platform.Settings;

/** The accounts of people who come from a provider, each call within the caller's transaction. */
@Singleton
class ExternalAccounts {

    private final Settings settings;
    private final Users users;
    private final Roles roles;
    private final UserAttributes attributes;
    private final FreeUsername usernames;
    private final EmailConfirmation confirmation;
    private final Clock clock;

    @Inject
    ExternalAccounts(Settings settings, Users users, Roles roles, UserAttributes attributes, FreeUsername usernames,
            EmailConfirmation confirmation, Clock clock) {
        this.settings = settings;
        this.users = users;
        this.roles = roles;
        this.attributes = attributes;
        this.usernames = usernames;
        this.confirmation = confirmation;
        this.clock = clock;
    }

    /** A new account; whoever has yet to confirm the address gets the link. */
    User open(ExternalIdentity external) {
        var own = attributes.acceptable(external.attributes());
        var user = User.of(external, usernames.forNewcomer(external), role(external),
                UserAttributes.stored(own).orElse(null), clock.instant());
        users.add(user);
        if (settings.get(AccountSettings.EMAIL_CONFIRMATION) && !user.isConfirmed()) {
            confirmation.sendTo(user);
        }
        return user;
    }

    /**
     * Brings an account up to date with what the provider says: that the address it has is proven, and which role
     * follows, where the operator lets a role follow. Nothing else of an account changes because something changed there.
     */
    User updated(User user, ExternalIdentity external) {
        if (external.provesEmail() && user.email().equals(external.email()) && !user.hasProvenEmail()) {
            user.confirm(clock.instant());
        }
        external.roleType().map(type -> role(external))
                .filter(role -> user.role().filter(own -> own.id() == role.id()).isEmpty())
                .ifPresent(role -> {
                    user.setRole(role);
                    user.touch(clock.instant());
                });
        return user;
    }

    private Role role(ExternalIdentity external) {
        var type = external.roleType().filter(named -> !named.equals(ExternalIdentity.DEFAULT_ROLE))
                .orElseGet(() -> settings.get(AccountSettings.DEFAULT_ROLE));
        return roles.ofType(type).orElseThrow(AccountError.NO_DEFAULT_ROLE::exception);
    }
}
