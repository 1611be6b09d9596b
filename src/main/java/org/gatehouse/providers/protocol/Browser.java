package org.gatehouse.providers.protocol;

import java.net.URI;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.pac4j.core.context.CallContext;
import org.pac4j.core.context.Cookie;
import org.pac4j.core.context.WebContext;

/**
 * The browser as pac4j's clients see it: what the provider sent through it, and where the provider shall send it. It knows
 * nothing of the request that is being answered, so nothing that a caller adds to one reaches a client.
 */
final class Browser implements WebContext {

    private final URI redirectUri;
    private final CallbackParameters parameters;
    private final Map<String, Object> attributes = new HashMap<>();
    private final AttemptMemory memory;

    private Browser(URI redirectUri, CallbackParameters parameters, AttemptSecrets secrets) {
        this.redirectUri = redirectUri;
        this.parameters = parameters;
        this.memory = new AttemptMemory(secrets);
    }

    static Browser leaving(URI redirectUri) {
        return new Browser(redirectUri, CallbackParameters.NONE, null);
    }

    static Browser returning(URI redirectUri, CallbackParameters parameters, AttemptSecrets secrets) {
        return new Browser(redirectUri, parameters, secrets);
    }

    static Browser of(CallContext context) {
        return (Browser) context.webContext();
    }

    CallContext call() {
        return new CallContext(this, memory);
    }

    URI redirectUri() {
        return redirectUri;
    }

    CallbackParameters parameters() {
        return parameters;
    }

    AttemptMemory memory() {
        return memory;
    }

    AttemptSecrets secrets() {
        return memory.secrets();
    }

    @Override
    public Optional<String> getRequestParameter(String name) {
        return Optional.ofNullable(parameters.single(name));
    }

    @Override
    public Map<String, String[]> getRequestParameters() {
        var arrays = new HashMap<String, String[]>();
        parameters.values().forEach((name, values) -> arrays.put(name, values.toArray(String[]::new)));
        return arrays;
    }

    @Override
    public Optional<Object> getRequestAttribute(String name) {
        return Optional.ofNullable(attributes.get(name));
    }

    @Override
    public void setRequestAttribute(String name, Object value) {
        attributes.put(name, value);
    }

    @Override
    public Optional<String> getRequestHeader(String name) {
        return Optional.empty();
    }

    @Override
    public String getRequestMethod() {
        return "GET";
    }

    @Override
    public String getRemoteAddr() {
        return "";
    }

    @Override
    public void setResponseHeader(String name, String value) {
        // the answer is made elsewhere
    }

    @Override
    public Optional<String> getResponseHeader(String name) {
        return Optional.empty();
    }

    @Override
    public void setResponseContentType(String content) {
        // the answer is made elsewhere
    }

    @Override
    public String getServerName() {
        return redirectUri.getHost();
    }

    @Override
    public int getServerPort() {
        return redirectUri.getPort();
    }

    @Override
    public String getScheme() {
        return redirectUri.getScheme();
    }

    @Override
    public boolean isSecure() {
        return "https".equals(getScheme());
    }

    @Override
    public String getFullRequestURL() {
        return redirectUri.toString();
    }

    @Override
    public Collection<Cookie> getRequestCookies() {
        return List.of();
    }

    @Override
    public void addResponseCookie(Cookie cookie) {
        // the answer is made elsewhere
    }

    @Override
    public String getPath() {
        return redirectUri.getPath();
    }
}
