package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;
import org.gatehouse.providers.protocol.CallbackParameters;
import org.gatehouse.providers.protocol.ProviderLogins;
import org.gatehouse.spi.Protocol;
import org.gatehouse.spi.ProviderException;

/** Finds out who comes back from a provider, and sends them on to the front end. */
@Singleton
class ConnectReturn {

    private final Providers providers;
    private final ProviderLogins logins;
    private final Attempts attempts;
    private final HandOvers handOvers;
    private final ConnectFailures failures;

    @Inject
    ConnectReturn(Providers providers, ProviderLogins logins, Attempts attempts, HandOvers handOvers,
            ConnectFailures failures) {
        this.providers = providers;
        this.logins = logins;
        this.attempts = attempts;
        this.handOvers = handOvers;
        this.failures = failures;
    }

    /**
     * The answer to the browser.
     *
     * @param redirect how to send it on
     */
    ResponseBuilder finish(String name, CallbackParameters parameters, HttpServletRequest request,
            Function<String, ResponseBuilder> redirect) {
        var login = providers.require(name);
        var attempt = attempts.answeredBy(parameters, login, request);
        var page = attempt.map(Attempt::callback).or(() -> login.callback().map(URI::toString))
                .orElseThrow(ProviderError.NO_CALLBACK::exception);
        var answer = sentOn(login, attempt, parameters, page, redirect);
        attempt.ifPresent(answered -> answer.cookie(attempts.closed(answered, login)));
        return answer;
    }

    private ResponseBuilder sentOn(SocialLogin login, Optional<Attempt> attempt, CallbackParameters parameters, String page,
            Function<String, ResponseBuilder> redirect) {
        try {
            var arrival = logins.finish(login.provider(), login.redirectUri(),
                    attempt.orElseThrow(() -> notBegunHere(login)).secrets(), parameters);
            var given = handOvers.give(login, Profiles.identity(arrival, login));
            return redirect.apply(FrontEndPages.with(page, given.query())).cookie(given.cookie());
        } catch (IllegalArgumentException e) {
            return failed(login, new ProviderException(ProviderError.UNUSABLE_PROFILE.message(), e), page, redirect);
        } catch (ProviderException e) {
            return failed(login, e, page, redirect);
        }
    }

    private ResponseBuilder failed(SocialLogin login, ProviderException failure, String page,
            Function<String, ResponseBuilder> redirect) {
        failures.log(login, failure);
        return redirect.apply(ConnectFailures.page(page, failure));
    }

    /** Somebody else began it, or nobody, or it has ended already (login CSRF, RFC 9700, section 4.7). */
    private static ProviderException notBegunHere(SocialLogin login) {
        return new ProviderException(login.provider().descriptor().protocol() == Protocol.OAUTH1
                ? "OAuth1 token mismatch" : "OAuth2 state mismatch");
    }
}
