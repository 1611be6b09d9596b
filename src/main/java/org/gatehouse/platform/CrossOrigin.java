package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/**
 * Which web pages may call the API. Callers prove who they are by a header that no page can make a browser send on its
 * own, so by default every origin may, as clients of the contract expect; {@code gatehouse.cors.origins} narrows it.
 */
@Singleton
class CrossOrigin {

    private final Settings settings;

    @Inject
    CrossOrigin(Settings settings) {
        this.settings = settings;
    }

    void addTo(HttpServletRequest request, HttpServletResponse response) {
        response.addHeader("Vary", "Origin");
        if ("OPTIONS".equals(request.getMethod()) && request.getHeader("Origin") == null) {
            return; // asks for methods, not for another origin
        }
        response.setHeader("Access-Control-Allow-Origin", allowed(request.getHeader("Origin")));
        response.setHeader("Access-Control-Allow-Credentials", "true");
        response.setHeader("Access-Control-Expose-Headers",
                "X-Request-Id, X-RateLimit-Limit, X-RateLimit-Remaining, X-RateLimit-Reset, Retry-After");
    }

    boolean isPreflight(HttpServletRequest request) {
        return "OPTIONS".equals(request.getMethod()) && request.getHeader("Origin") != null
                && request.getHeader("Access-Control-Request-Method") != null;
    }

    void answerPreflight(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        response.setHeader("Access-Control-Allow-Methods", "GET,POST,PUT,PATCH,DELETE,HEAD,OPTIONS");
        response.setHeader("Access-Control-Allow-Headers", "Content-Type,Authorization,Origin,Accept");
        response.setHeader("Access-Control-Max-Age", "31536000");
    }

    private String allowed(String origin) {
        var origins = settings.get(PlatformSettings.CORS_ORIGINS);
        return origin != null && (origins.contains(PlatformSettings.ANY_ORIGIN) || origins.contains(origin)) ? origin : "";
    }
}
