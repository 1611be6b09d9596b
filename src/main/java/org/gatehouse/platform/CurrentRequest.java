package org.gatehouse.platform;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** What is known about the HTTP request in hand, whoever makes it. */
@RequestScoped
public class CurrentRequest {

    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    private final String id = UUID.randomUUID().toString();
    private HttpServletRequest request;
    private ClientAddress clientAddress;
    private String path;

    protected CurrentRequest() {
    }

    @Inject
    CurrentRequest(HttpServletRequest request, ClientAddress clientAddress) {
        this.request = request;
        this.clientAddress = clientAddress;
    }

    /** Names this request in the log, in audit events and in the answer's {@code X-Request-Id}. */
    public String id() {
        return id;
    }

    /** Where the request comes from, as far as configured proxies can be believed. */
    public String address() {
        return clientAddress.of(request);
    }

    /** What the client says of itself; null if nothing. */
    public String userAgent() {
        return request.getHeader("User-Agent");
    }

    /** The language the client prefers; the server's own where it names none. */
    public Locale language() {
        return request.getLocale();
    }

    String method() {
        return request.getMethod();
    }

    /** The canonical path below {@code /api}, without query. */
    String path() {
        return path == null ? "/" : path;
    }

    void resolvedTo(String canonicalPath) {
        this.path = CONTROL.matcher(canonicalPath).replaceAll("?"); // it goes into the log
    }
}
