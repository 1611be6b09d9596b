package org.gatehouse.graphql;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.Validation;

/**
 * What a client sends, as <a href="https://graphql.github.io/graphql-over-http/draft/#sec-Request-Parameters">GraphQL
 * over HTTP</a> has it. Only one: a list of requests is refused, since each costs.
 *
 * @param operationName null where the query has one operation only
 */
record GraphqlRequest(String query, String operationName, Map<String, Object> variables) {

    static GraphqlRequest read(Input body) {
        var check = Validation.ofObject(body);
        var query = check.secret("query");
        var operationName = body.get("operationName") == JsonValue.NULL ? null
                : check.possiblyEmptyText("operationName").filter(name -> !name.isEmpty()).orElse(null);
        var variables = body.get("variables");
        if (variables != null && variables != JsonValue.NULL && !(variables instanceof JsonObject)) {
            check.refuse("variables", "variables must be a `object` type");
        }
        check.finish();
        return new GraphqlRequest(query, operationName,
                variables instanceof JsonObject object ? JavaValues.of(object) : Map.of());
    }

    /** Never prints the query nor the variables: passwords are in them. */
    @Override
    public String toString() {
        return "GraphqlRequest";
    }
}
