package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.introspection.IntrospectionQuery;
import java.util.Map;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What an operator decides about GraphQL. */
@Tag("once")
class GraphqlSettingsIT {

    @RegisterExtension
    private final ChangedSettings settings = new ChangedSettings();

    private final Graphql anonymous = Graphql.at(Gatehouse.shared());

    @Test
    void clientsMayAskForTheSchemaOnlyWhereTheyAreAllowedTo() {
        Graphql.notBegun(Graphql.BAD_INPUT, anonymous.ask(IntrospectionQuery.INTROSPECTION_QUERY));

        settings.set("gatehouse.graphql.introspection", "true");

        var schema = anonymous.get("__schema", IntrospectionQuery.INTROSPECTION_QUERY, Map.of());
        assertThat(schema.getJsonArray("types").toString()).contains("UsersPermissionsLoginPayload").doesNotContain("Hash");
    }

    @Test
    void whereGraphqlIsOffThereIsNothing() {
        settings.set("gatehouse.graphql.enabled", "false");
        Expect.refusal(404, "Not Found", anonymous.ask("{ __typename }"));
    }
}
