package org.gatehouse.providers;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.Redirect;
import org.gatehouse.providers.protocol.ProviderLogins;
import org.gatehouse.spi.ProviderException;

/** Sends somebody to a provider, to log in there. */
@Singleton
class ConnectStart {

    private final Providers providers;
    private final ProviderLogins logins;
    private final FrontEndPages pages;
    private final Attempts attempts;
    private final ConnectFailures failures;
    private final Clock clock;

    @Inject
    ConnectStart(Providers providers, ProviderLogins logins, FrontEndPages pages, Attempts attempts,
            ConnectFailures failures, Clock clock) {
        this.providers = providers;
        this.logins = logins;
        this.pages = pages;
        this.attempts = attempts;
        this.failures = failures;
        this.clock = clock;
    }

    Response begin(String name, Input query, HttpServletRequest request) {
        var login = providers.require(name);
        var callback = callback(query, login);
        try {
            var departure = logins.begin(login.provider(), login.redirectUri());
            var cookies = attempts.open(login, new Attempt(departure.secrets(), callback, clock.instant()), request)
                    .orElseThrow(() -> callback == null ? new ProviderException("The attempt is too large for a cookie")
                            : refusal(callback));
            return Redirect.found(departure.location().toString()).cookie(cookies.toArray(NewCookie[]::new)).build();
        } catch (ProviderException e) {
            failures.log(login, e);
            var page = callback != null ? callback : login.callback().map(URI::toString)
                    .orElseThrow(ProviderError.UNREACHABLE::exception);
            return Redirect.found(ConnectFailures.page(page, e)).build();
        }
    }

    /** The page of the front end that the query asks for; null if it asks for none. */
    private String callback(Input query, SocialLogin login) {
        var asked = query.get("callback");
        if (asked == null) {
            return null;
        }
        var callback = asked instanceof JsonString text ? text.getString() : "";
        if (!pages.allow(callback, login)) {
            throw refusal(asked);
        }
        return callback;
    }

    private static ApiException refusal(String callback) {
        return refusal(JsonValues.text(callback));
    }

    private static ApiException refusal(JsonValue callback) {
        return new ApiException(ErrorName.VALIDATION, "Invalid callback URL provided",
                JsonValues.object().add("callback", callback).build());
    }
}
