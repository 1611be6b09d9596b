package org.gatehouse.spi;

import java.util.Map;
import java.util.Set;

/**
 * How a code becomes tokens.
 *
 * @param url        null where an OpenID provider's discovery document, or the operator, has to name it
 * @param method     GET or POST
 * @param in         where the parameters go
 * @param rename     other names for standard parameters
 * @param omit       standard parameters that are not sent
 * @param parameters sent besides or in place of standard ones; {@link Placeholder}s are filled in
 */
public record TokenExchange(String url, String method, ParameterPlace in, ClientAuthentication authentication,
        Map<String, String> rename, Set<String> omit, Map<String, String> parameters, TokenAnswer answer) {

    static TokenExchange read(Members members) {
        var method = members.text("method", "POST");
        return new TokenExchange(members.text("url"), method,
                members.choice("in", method.equals("GET") ? ParameterPlace.QUERY : ParameterPlace.FORM),
                members.choice("authentication", ClientAuthentication.CLIENT_SECRET_POST),
                members.map("rename"), Set.copyOf(members.texts("omit")), members.map("parameters"),
                members.object("answer", TokenAnswer::read));
    }
}
