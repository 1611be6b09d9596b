package org.gatehouse.providers.protocol;

import java.util.LinkedHashMap;
import java.util.Map;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.platform.OutboundRequest;
import org.gatehouse.spi.AnswerFormat;
import org.gatehouse.spi.ParameterPlace;

/** Puts the parameters of a request where a provider wants them. */
final class Requests {

    private Requests() {
    }

    static OutboundRequest make(String method, String url, ParameterPlace in, Map<String, String> parameters,
            Map<String, String> headers, AnswerFormat format) {
        var all = new LinkedHashMap<String, String>();
        all.put("Accept", format == AnswerFormat.AUTO ? "application/json" : "*/*");
        if (in != ParameterPlace.QUERY) {
            all.put("Content-Type",
                    in == ParameterPlace.FORM ? "application/x-www-form-urlencoded" : "application/json");
        }
        all.putAll(headers);
        return in == ParameterPlace.QUERY
                ? new OutboundRequest(method, ProviderCalls.uri(Blanks.withQuery(url, parameters)), all, null)
                : new OutboundRequest(method, ProviderCalls.uri(url), all, body(in, parameters));
    }

    private static String body(ParameterPlace in, Map<String, String> parameters) {
        if (in == ParameterPlace.FORM) {
            return Blanks.form(parameters);
        }
        var object = JsonValues.object();
        parameters.forEach(object::add);
        return object.build().toString();
    }
}
