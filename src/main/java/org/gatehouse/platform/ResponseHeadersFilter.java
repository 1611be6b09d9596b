package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;

/**
 * Adds to every answer what browsers need to know: who may read it (CORS, <a
 * href="https://fetch.spec.whatwg.org/#http-cors-protocol">Fetch standard</a>), that it must not be kept, guessed at or
 * framed, and the request's id. It works in front of JAX-RS, so that answers which never reach a resource have the same
 * headers, and it answers preflights and requests that come before the application has started.
 */
@WebFilter({"/api/*", "/graphql", "/graphql/"})
public class ResponseHeadersFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final Pattern MALFORMED_PERCENT = Pattern.compile("%(?![0-9a-fA-F]{2})");

    @Inject
    private transient CurrentRequest current;

    @Inject
    private transient CrossOrigin crossOrigin;

    @Inject
    private transient Readiness readiness;

    @Inject
    private transient PublicUrl url;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Request-Id", current.id());
        crossOrigin.addTo(request, response);
        addSecurityHeaders(response);
        if (crossOrigin.isPreflight(request)) {
            crossOrigin.answerPreflight(response);
        } else if (isMalformed(request.getQueryString())) {
            answer(PlatformError.BAD_REQUEST, response);
        } else if (readiness.isReady() || request.getRequestURI().endsWith("/health/live")) {
            chain.doFilter(request, response);
        } else {
            answer(PlatformError.UNAVAILABLE, response);
        }
    }

    private void addSecurityHeaders(HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "SAMEORIGIN");
        if ("https".equals(url.base().getScheme())) {
            response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }

    /** Not every server withstands that, once somebody asks it for a parameter. */
    private static boolean isMalformed(String query) {
        return query != null && MALFORMED_PERCENT.matcher(query).find();
    }

    private static void answer(PlatformError error, HttpServletResponse response) throws IOException {
        response.setStatus(error.errorName().status());
        response.setContentType("application/json; charset=utf-8");
        response.getWriter().write(error.exception().envelope().toString());
    }
}
