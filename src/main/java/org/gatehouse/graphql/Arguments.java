package org.gatehouse.graphql;

import graphql.schema.DataFetchingEnvironment;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonValues;

/** What an operation was given, in the form in which the use cases take it. */
record Arguments(DataFetchingEnvironment environment) {

    /** All arguments. */
    Input all() {
        return input(environment.getArguments());
    }

    /** The fields of one argument. */
    Input of(String argument) {
        return input(environment.getArgument(argument));
    }

    /** The text of an argument; empty where it was not sent. */
    String text(String argument) {
        return all().text(argument).orElse("");
    }

    SecurityContext caller() {
        return environment.getGraphQlContext().get(SecurityContext.class);
    }

    /** The input refuses text that no database can store, which a query can have behind an escape. */
    private static Input input(Map<String, Object> fields) {
        return new Input(JsonValues.ofMap(fields));
    }
}
