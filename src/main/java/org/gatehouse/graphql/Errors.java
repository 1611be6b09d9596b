package org.gatehouse.graphql;

import graphql.ExecutionResult;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.InvalidSyntaxError;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.DataFetcherExceptionHandlerParameters;
import graphql.execution.DataFetcherExceptionHandlerResult;
import graphql.execution.NonNullableFieldWasNullError;
import graphql.validation.ValidationError;
import graphql.validation.ValidationErrorClassification;
import graphql.validation.ValidationErrorType;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorMapper;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.JsonValues;

/**
 * What goes wrong, as clients of the contract read it: {@code extensions.code} to branch on and, where a use case
 * refused, the same error as over REST in {@code extensions.error}.
 */
@Singleton
class Errors implements DataFetcherExceptionHandler {

    private static final String CODE = "code";
    /** Here the library repeats a value, which may be a password. */
    private static final Set<ValidationErrorClassification> REPEATING =
            Set.of(ValidationErrorType.WrongType, ValidationErrorType.BadValueForDefaultArg);

    private final ErrorMapper mapper;

    @Inject
    Errors(ErrorMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public CompletableFuture<DataFetcherExceptionHandlerResult> handleException(
            DataFetcherExceptionHandlerParameters parameters) {
        var refusal = mapper.refusalOf(parameters.getException());
        var error = GraphqlErrorBuilder.newError().message("%s", refusal.getMessage())
                .path(parameters.getPath()).location(parameters.getSourceLocation())
                .extensions(Map.of("error", told(refusal), CODE, code(refusal.name()))).build();
        return CompletableFuture.completedFuture(DataFetcherExceptionHandlerResult.newResult(error).build());
    }

    /** The result with a code for each error, in the form in which it is sent. */
    static JsonObject withCodes(ExecutionResult result) {
        var answer = new LinkedHashMap<>(result.toSpecification());
        answer.remove("extensions");
        if (!result.getErrors().isEmpty()) {
            answer.put("errors", result.getErrors().stream().map(Errors::told).toList());
        }
        return JsonValues.ofMap(answer);
    }

    private static JsonObject told(ApiException refusal) {
        var error = new LinkedHashMap<String, Object>(refusal.envelope().getJsonObject("error"));
        error.remove("status");
        error.putIfAbsent("details", Map.of());
        return JsonValues.ofMap(error);
    }

    private static Map<String, Object> told(GraphQLError error) {
        var told = new LinkedHashMap<>(error.toSpecification());
        told.put("message", message(error));
        var extensions = new LinkedHashMap<String, Object>(
                error.getExtensions() == null ? Map.of() : error.getExtensions());
        extensions.putIfAbsent(CODE, code(error));
        told.put("extensions", extensions);
        return told;
    }

    private static String message(GraphQLError error) {
        return error instanceof ValidationError invalid && REPEATING.contains(invalid.getValidationErrorType())
                ? "Validation error (" + invalid.getValidationErrorType() + ") : a value is of another type than it must be"
                : error.getMessage();
    }

    private static String code(GraphQLError error) {
        if (error instanceof InvalidSyntaxError) {
            return "GRAPHQL_PARSE_FAILED";
        }
        if (error instanceof NonNullableFieldWasNullError) {
            return "INTERNAL_SERVER_ERROR";
        }
        return error instanceof ValidationError ? "GRAPHQL_VALIDATION_FAILED" : "BAD_USER_INPUT";
    }

    private static String code(ErrorName name) {
        return switch (name) {
            case UNAUTHORIZED, FORBIDDEN -> "FORBIDDEN";
            case VALIDATION -> "BAD_USER_INPUT";
            case INTERNAL -> "INTERNAL_SERVER_ERROR";
            default -> "STRAPI_" + name.name() + "_ERROR";
        };
    }
}
