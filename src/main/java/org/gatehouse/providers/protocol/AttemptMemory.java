package org.gatehouse.providers.protocol;

import com.github.scribejava.core.model.OAuth1RequestToken;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.pac4j.core.context.WebContext;
import org.pac4j.core.context.session.SessionStore;

/**
 * What pac4j's clients believe to be a session. It lives as long as one half of a login; what has to last longer is in the
 * {@link AttemptSecrets}, which the browser keeps, encrypted.
 */
final class AttemptMemory implements SessionStore {

    private final Map<String, Object> values = new HashMap<>();
    private AttemptSecrets secrets;

    AttemptMemory(AttemptSecrets secrets) {
        this.secrets = secrets;
    }

    AttemptSecrets secrets() {
        return secrets;
    }

    void keep(AttemptSecrets made) {
        this.secrets = made;
    }

    @Override
    public Optional<Object> get(WebContext context, String key) {
        if (secrets != null && secrets.requestToken() != null && key.endsWith("#requestToken")) {
            return Optional.of(new OAuth1RequestToken(secrets.requestToken(), secrets.requestTokenSecret()));
        }
        return Optional.ofNullable(values.get(key));
    }

    @Override
    public void set(WebContext context, String key, Object value) {
        if (value instanceof OAuth1RequestToken token) {
            secrets = AttemptSecrets.forOAuth1(token.getToken(), token.getTokenSecret());
        }
        values.put(key, value);
    }

    @Override
    public Optional<String> getSessionId(WebContext context, boolean createSession) {
        return Optional.empty();
    }

    @Override
    public boolean destroySession(WebContext context) {
        return false;
    }

    @Override
    public Optional<Object> getTrackableSession(WebContext context) {
        return Optional.empty();
    }

    @Override
    public Optional<SessionStore> buildFromTrackableSession(WebContext context, Object trackableSession) {
        return Optional.empty();
    }

    @Override
    public boolean renewSession(WebContext context) {
        return false;
    }
}
