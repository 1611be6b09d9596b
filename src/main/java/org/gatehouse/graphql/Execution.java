package org.gatehouse.graphql;

import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import graphql.parser.ParserOptions;
import graphql.validation.QueryComplexityLimits;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Map;
import org.gatehouse.platform.Settings;

/**
 * Carries out what a client asks for, within limits: on how long, how deep and how dear a query may be. The schema is
 * made with the first query, so that a server without GraphQL clients does not start slower.
 */
@Singleton
class Execution {

    private static final int DEEPEST = 10;
    /** The usual question for the whole schema is that deep. */
    private static final int DEEPEST_INTROSPECTION = 20;
    private static final int MOST_FIELDS = 500;
    private static final ParserOptions PARSER = ParserOptions.newParserOptions()
            .maxCharacters(20_000).maxTokens(2_000).maxWhitespaceTokens(10_000).maxRuleDepth(200)
            .captureIgnoredChars(false).captureLineComments(false).redactTokenParserErrorMessages(true).build();

    private final Settings settings;
    private final Schema schema;
    private final Errors errors;
    private volatile GraphQL graphql;

    @Inject
    Execution(Settings settings, Schema schema, Errors errors) {
        this.settings = settings;
        this.schema = schema;
        this.errors = errors;
    }

    ExecutionResult execute(GraphqlRequest request, SecurityContext caller) {
        return graphql().execute(ExecutionInput.newExecutionInput(request.query())
                .operationName(request.operationName())
                .variables(request.variables())
                .graphQLContext(context(caller))
                .build());
    }

    private Map<Object, Object> context(SecurityContext caller) {
        var introspection = settings.get(GraphqlSettings.INTROSPECTION);
        var limits = QueryComplexityLimits.newLimits()
                .maxDepth(introspection ? DEEPEST_INTROSPECTION : DEEPEST).maxFieldsCount(MOST_FIELDS).build();
        return Map.of(ParserOptions.class, PARSER, SecurityContext.class, caller, QueryComplexityLimits.KEY, limits,
                Introspection.INTROSPECTION_DISABLED, !introspection);
    }

    private GraphQL graphql() {
        if (graphql == null) {
            synchronized (this) {
                if (graphql == null) {
                    graphql = GraphQL.newGraphQL(schema.make())
                            .defaultDataFetcherExceptionHandler(errors).instrumentation(Cost.limit()).build();
                }
            }
        }
        return graphql;
    }
}
