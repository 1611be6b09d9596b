package org.gatehouse.spi;

import java.util.List;
import java.util.Map;

/**
 * How the browser is sent to a provider.
 *
 * @param url               null where an OpenID provider's discovery document, or the operator, has to name it
 * @param scopes            asked for by default
 * @param delimiter         between scopes
 * @param scopeParameter    null where scopes are not sent here
 * @param clientIdParameter what the client id is called; null for OAuth 1.0a and CAS
 * @param redirectParameter what our callback is called; null where it is not sent here
 * @param responseType      nearly always {@code code}
 * @param responseMode      {@code form_post} where the provider posts to the callback; null for its default
 * @param parameters        sent besides, always
 */
public record Authorization(String url, List<String> scopes, String delimiter, String scopeParameter,
        String clientIdParameter, String redirectParameter, String responseType, String responseMode, Pkce pkce,
        Map<String, String> parameters) {

    static Authorization read(Members members, Protocol protocol) {
        var modern = protocol == Protocol.OIDC || protocol == Protocol.OAUTH2;
        return new Authorization(members.text("url"), members.texts("scopes"), members.text("delimiter", " "),
                members.text("scope-parameter", modern ? "scope" : null),
                members.text("client-id-parameter", modern ? "client_id" : null),
                members.text("redirect-parameter", modern ? "redirect_uri" : protocol == Protocol.CAS ? "service" : null),
                members.text("response-type", "code"), members.text("response-mode"),
                members.choice("pkce", modern ? Pkce.S256 : Pkce.NONE), members.map("parameters"));
    }
}
