package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.gatehouse.accounts.LinkingDecision.Adopt;
import org.gatehouse.accounts.LinkingDecision.Link;
import org.gatehouse.accounts.LinkingDecision.LogIn;
import org.gatehouse.accounts.LinkingDecision.OpenAccount;
import org.gatehouse.accounts.LinkingDecision.Refuse;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.Settings;

/**
 * Decides which account somebody gets who comes from a provider. Who they are is the provider, its issuer and its
 * subject, nothing else; an address only ever leads into an account that is there when nobody can have made that account
 * in order to wait in it for its victim (CVE-2026-53516). In this order:
 *
 * <ol>
 * <li>An identity that is known: its account ({@link LogIn}), whatever the address is by now.
 * <li>An address of which the provider itself says that it is not verified: refused.
 * <li>A proven address, and an account of the same provider without any identity, as an import leaves it: that one
 *     ({@link Adopt}).
 * <li>A proven address, and an account under it whose owner has been seen to have it too: that one ({@link Link}), if
 *     the operator wants that ({@link LinkByEmail}). Confirmed is not enough: where nobody must confirm, everybody is.
 * <li>No registration: refused.
 * <li>An address that another account has alone: refused.
 * <li>Else a new account ({@link OpenAccount}).
 * </ol>
 */
@Singleton
class Linking {

    private final Settings settings;
    private final Users users;
    private final Identities identities;

    @Inject
    Linking(Settings settings, Users users, Identities identities) {
        this.settings = settings;
        this.users = users;
        this.identities = identities;
    }

    /** Within the caller's transaction, which keeps the account locked that was decided on. */
    LinkingDecision decide(ExternalIdentity external) {
        return known(external).orElseGet(() -> ofStranger(external));
    }

    private Optional<LinkingDecision> known(ExternalIdentity external) {
        return identities.find(external)
                .flatMap(identity -> users.lock(identity.userId()).map(user -> new LogIn(user, identity)));
    }

    private LinkingDecision ofStranger(ExternalIdentity external) {
        if (external.proof() == ExternalIdentity.EmailProof.REFUTED) {
            return new Refuse(unverified(external), "email not verified");
        }
        return byEmail(external).orElseGet(() -> asNewcomer(external));
    }

    private Optional<LinkingDecision> byEmail(ExternalIdentity external) {
        if (!external.provesEmail()) {
            return Optional.empty();
        }
        var email = external.email().orElseThrow();
        return users.idOfHolder(users.emailName(external.provider(), email))
                .or(() -> users.idOfHolder(LoginNames.ofEmail(email)))
                .flatMap(users::lock)
                .filter(holder -> holder.email().filter(email::equals).isPresent())
                .flatMap(holder -> way(external, holder));
    }

    private Optional<LinkingDecision> way(ExternalIdentity external, User holder) {
        if (holder.provider().equals(external.provider()) && identities.of(holder).isEmpty()) {
            return Optional.of(new Adopt(holder));
        }
        return settings.get(AccountSettings.LINK_BY_EMAIL) == LinkByEmail.VERIFIED && holder.hasProvenEmail()
                ? Optional.of(new Link(holder)) : Optional.empty();
    }

    private LinkingDecision asNewcomer(ExternalIdentity external) {
        if (!settings.get(AccountSettings.ALLOW_REGISTER)) {
            return new Refuse(AccountError.REGISTER_NOT_AVAILABLE);
        }
        return external.email().map(email -> users.emailName(external.provider(), email))
                .flatMap(users::idOfHolder).isEmpty() ? new OpenAccount()
                : known(external).orElseGet(() -> new Refuse(AccountError.EMAIL_IS_TAKEN)); // they came twice at once
    }

    private static ApiException unverified(ExternalIdentity external) {
        return new ApiException(ErrorName.APPLICATION, "Email not verified by " + external.title(),
                JsonValue.EMPTY_JSON_OBJECT);
    }
}
