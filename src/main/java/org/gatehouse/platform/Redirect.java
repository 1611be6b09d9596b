package org.gatehouse.platform;

import jakarta.ws.rs.core.Response;

/** Answers that send a browser elsewhere, with a line to read for whoever does not follow. */
public final class Redirect {

    private static final String HTML = "text/html; charset=utf-8";

    private Redirect() {
    }

    /** 302: the browser asks for the other address, as it did for this one. */
    public static Response.ResponseBuilder found(String location) {
        return with(302, location);
    }

    /** 303: the browser gets the other address, even if it has just posted here. */
    public static Response.ResponseBuilder seeOther(String location) {
        return with(303, location);
    }

    private static Response.ResponseBuilder with(int status, String location) {
        var shown = location.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
        return Response.status(status).header("Location", location).type(HTML).entity("Redirecting to " + shown + ".");
    }
}
