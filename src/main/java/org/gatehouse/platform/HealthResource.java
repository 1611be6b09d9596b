package org.gatehouse.platform;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** Tells load balancers and orchestrators how this node is, in the shape of MicroProfile Health. */
@Path("health")
@Singleton
public class HealthResource {

    private final Database database;
    private final Settings settings;

    @Inject
    HealthResource(Database database, Settings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** The process answers. */
    @GET
    @Path("live")
    @OpenToAll
    public Response live() {
        return JsonResponse.ok(JsonValues.object().add("status", "UP").build());
    }

    /**
     * The application has started and the database answers; 503 otherwise. {@code settingsVersion} is the version of
     * the stored settings that this node works with.
     */
    @GET
    @Path("ready")
    @OpenToAll
    public Response ready() {
        database.read(entities ->
                entities.createNativeQuery("select version from gatehouse_settings_version").getSingleResult());
        return JsonResponse.ok(JsonValues.object().add("status", "UP")
                .add("settingsVersion", settings.version()).build());
    }
}
