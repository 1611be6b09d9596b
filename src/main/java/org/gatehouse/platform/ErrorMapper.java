package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;

/**
 * Turns everything that can be thrown into an answer. What a client did wrong is told to the client; what went wrong
 * here is logged with the request's id, and the client is told no more than that.
 */
@Provider
@Singleton
public class ErrorMapper implements ExceptionMapper<Throwable> {

    private static final Logger LOG = System.getLogger(ErrorMapper.class.getName());

    private final CurrentRequest request;
    private final Routes routes;

    @Inject
    ErrorMapper(CurrentRequest request, Routes routes) {
        this.request = request;
        this.routes = routes;
    }

    @Override
    public Response toResponse(Throwable thrown) {
        if (thrown instanceof NotFoundException || thrown instanceof NotAllowedException) {
            return routes.noSuchRoute(request.method(), request.path());
        }
        var refusal = refusalOf(thrown);
        var response = JsonResponse.with(refusal.name().status(), refusal.envelope());
        refusal.retryAfter().ifPresent(time -> response.header("Retry-After", Math.max(1, time.toSeconds())));
        return response.build();
    }

    /** What the caller is told; a fault of ours is logged. */
    public ApiException refusalOf(Throwable thrown) {
        var refusal = refusal(thrown);
        logIfOurs(refusal, thrown);
        return refusal;
    }

    private static ApiException refusal(Throwable thrown) {
        if (thrown instanceof ApiException refusal) {
            return refusal;
        }
        if (thrown.getCause() instanceof ApiException refusal) {
            return refusal; // thrown inside a reader or a filter, wrapped by the JAX-RS implementation
        }
        if (thrown instanceof WebApplicationException web && web.getResponse().getStatus() < 500) {
            return new ApiException(web.getResponse().getStatus() == 415
                    ? PlatformError.UNSUPPORTED_MEDIA_TYPE : PlatformError.BAD_REQUEST);
        }
        if (DatabaseFailure.isOutage(thrown)) {
            return ApiException.causedBy(PlatformError.UNAVAILABLE, thrown);
        }
        return ApiException.causedBy(PlatformError.INTERNAL, thrown);
    }

    private void logIfOurs(ApiException refusal, Throwable thrown) {
        if (refusal.getCause() != null) {
            LOG.log(Level.ERROR, () -> "Request " + request.id() + " (" + request.method() + " " + request.path()
                    + ") failed: " + thrown, thrown);
        }
    }
}
