package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.gatehouse.accounts.ExternalIdentity;
import org.gatehouse.accounts.ExternalLogin;
import org.gatehouse.accounts.IdentityLinking;
import org.gatehouse.audit.AuditLog;
import org.gatehouse.audit.Fact;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.providers.protocol.ProviderLogins;
import org.gatehouse.spi.ProviderException;

/** Exchanges what a login with a provider ended with for a login here, or for a link to the caller's account. */
@Singleton
class TicketExchange {

    private final Providers providers;
    private final HandOvers handOvers;
    private final ProviderLogins logins;
    private final ExternalLogin externalLogin;
    private final IdentityLinking linking;
    private final ConnectFailures failures;
    private final AuditLog audit;

    @Inject
    TicketExchange(Providers providers, HandOvers handOvers, ProviderLogins logins, ExternalLogin externalLogin,
            IdentityLinking linking, ConnectFailures failures, AuditLog audit) {
        this.providers = providers;
        this.handOvers = handOvers;
        this.logins = logins;
        this.externalLogin = externalLogin;
        this.linking = linking;
        this.failures = failures;
        this.audit = audit;
    }

    /** Logs in. */
    Response login(String name, Input input, HttpServletRequest request) {
        var login = providers.require(name);
        var token = input.text("access_token");
        var taken = handOvers.take(login, token, request);
        var identity = taken.map(HandOvers.Taken::identity).or(() -> token.flatMap(own -> foreign(login, own)))
                .orElseThrow(() -> refusal("login with " + name));
        var answer = externalLogin.login(identity, input.text("deviceId"), request);
        return taken.map(used -> Response.fromResponse(answer).cookie(used.cookie()).build()).orElse(answer);
    }

    /**
     * Links. An identity that is linked opens the account from then on, so it must have come from the browser that sends
     * it: whoever could plant a ticket of their own here would get in for good.
     */
    Response link(String name, Input input, SecurityContext caller, HttpServletRequest request) {
        var login = providers.require(name);
        var taken = handOvers.take(login, input.text("access_token"), request).filter(HandOvers.Taken::isBound)
                .orElseThrow(() -> refusal("link " + name));
        JsonObject linked = linking.link(caller, taken.identity());
        return Response.fromResponse(JsonResponse.ok(linked)).cookie(taken.cookie()).build();
    }

    /** A token that an application got from the provider by itself, where the operator wants to hear of it. */
    private Optional<ExternalIdentity> foreign(SocialLogin login, String token) {
        if (!login.acceptsTokens()) {
            return Optional.empty();
        }
        try {
            return logins.ofForeignToken(login.provider(), token)
                    .map(arrival -> Profiles.identity(arrival, login));
        } catch (ProviderException | IllegalArgumentException e) {
            failures.log(login, e instanceof ProviderException failure ? failure
                    : new ProviderException(ProviderError.UNUSABLE_PROFILE.message(), e));
            throw ProviderError.NOT_COMPLETED.exception();
        }
    }

    private ApiException refusal(String action) {
        audit.record(new Fact(action, "no such ticket", null));
        return ProviderError.NOT_COMPLETED.exception();
    }
}
