package org.gatehouse.platform;

import jakarta.json.JsonValue;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Answers in the envelope where the server would show an error page of its own: to a malformed header that JAX-RS never
 * sees, or after a failure that nobody could map.
 */
@WebServlet("/error")
public class ErrorServlet extends HttpServlet {

    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer code
                ? code : HttpServletResponse.SC_NOT_FOUND;
        var refusal = new ApiException(ErrorName.ofStatus(status), reason(status), JsonValue.EMPTY_JSON_OBJECT);
        response.setStatus(status);
        response.setContentType("application/json; charset=utf-8");
        response.getWriter().write(refusal.envelope(status).toString());
    }

    private static String reason(int status) {
        return switch (status) {
            case HttpServletResponse.SC_UNAUTHORIZED -> "Unauthorized";
            case HttpServletResponse.SC_FORBIDDEN -> "Forbidden";
            case HttpServletResponse.SC_NOT_FOUND -> PlatformError.NOT_FOUND.message();
            case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE -> PlatformError.UNSUPPORTED_MEDIA_TYPE.message();
            case HttpServletResponse.SC_METHOD_NOT_ALLOWED -> "Method Not Allowed";
            default -> status < 500 ? PlatformError.BAD_REQUEST.message() : PlatformError.INTERNAL.message();
        };
    }
}
