package org.gatehouse.graphql;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import org.gatehouse.permissions.ManyActions;
import org.gatehouse.platform.Input;
import org.gatehouse.platform.JsonResponse;
import org.gatehouse.platform.PlatformError;
import org.gatehouse.platform.Settings;

/**
 * GraphQL over HTTP. Only JSON is read, which no page can make a browser send to another site unasked, and only by
 * {@code POST}, so that no password stands in an address.
 */
@Path("graphql")
@Singleton
public class GraphqlResource {

    private final Settings settings;
    private final Execution execution;

    @Inject
    GraphqlResource(Settings settings, Execution execution) {
        this.settings = settings;
        this.execution = execution;
    }

    /** 200 where the operation was carried out, whatever came of it; 400 where it could not begin. */
    @POST
    @ManyActions
    @Consumes(MediaType.APPLICATION_JSON)
    public Response execute(Input body, @Context SecurityContext caller) {
        if (!settings.get(GraphqlSettings.ENABLED)) {
            throw PlatformError.NOT_FOUND.exception();
        }
        var result = execution.execute(GraphqlRequest.read(body), caller);
        return JsonResponse.with(result.isDataPresent() ? 200 : 400, Errors.withCodes(result)).build();
    }
}
