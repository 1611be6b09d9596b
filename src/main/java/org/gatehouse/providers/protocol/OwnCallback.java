package org.gatehouse.providers.protocol;

import java.util.function.Function;
import org.pac4j.core.context.WebContext;
import org.pac4j.core.http.callback.CallbackUrlResolver;
import org.pac4j.core.http.url.UrlResolver;

/** The callback of an attempt, which pac4j's clients would otherwise make of their own. */
record OwnCallback(Function<WebContext, String> callback) implements CallbackUrlResolver {

    @Override
    public String compute(UrlResolver urls, String url, String clientName, WebContext context) {
        return callback.apply(context);
    }

    @Override
    public boolean matches(String clientName, WebContext context) {
        return true;
    }
}
