package org.gatehouse.platform;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** Everything below {@code /api}; the resources are found by their annotations. */
@ApplicationPath("api")
public class Api extends Application {

    /**
     * Keeps Jersey from completing relative redirects with the caller's {@code Host} header, and from describing the
     * resources in WADL. Others ignore both.
     */
    @Override
    public Map<String, Object> getProperties() {
        return Map.of("jersey.config.server.headers.location.relative.resolution.disabled", true,
                "jersey.config.server.wadl.disableWadl", true);
    }
}
