package org.gatehouse.spi;

import java.util.Map;

/**
 * A call of a provider's API. {@link Placeholder}s in the values of parameters and headers are filled in. The access
 * token goes into the Authorization header, as bearer, unless another place names it or the client's credentials belong
 * there; with OAuth 1.0a the request is signed instead.
 *
 * @param url        null where the operator has to name it
 * @param method     GET or POST
 * @param in         where the parameters go
 * @param basic      whether the client's own credentials are sent by HTTP Basic
 */
public record ApiRequest(String url, String method, ParameterPlace in, Map<String, String> parameters,
        Map<String, String> headers, boolean basic, AnswerFormat format) {

    static ApiRequest read(Members members) {
        var method = members.text("method", "GET");
        return new ApiRequest(members.text("url"), method,
                members.choice("in", method.equals("GET") ? ParameterPlace.QUERY : ParameterPlace.FORM),
                members.map("parameters"), members.map("headers"), members.flag("basic", false),
                members.choice("format", AnswerFormat.AUTO));
    }

    /** Whether the access token goes into the Authorization header. */
    public boolean bearer() {
        return !basic && !namesToken(parameters) && !namesToken(headers);
    }

    private static boolean namesToken(Map<String, String> values) {
        return values.values().stream().flatMap(Placeholder::names).anyMatch("access_token"::equals);
    }
}
