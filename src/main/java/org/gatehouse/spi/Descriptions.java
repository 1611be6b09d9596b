package org.gatehouse.spi;

import jakarta.json.JsonObject;
import jakarta.json.spi.JsonProvider;

/** Makes JSON. The provider of JSON is looked up once: {@code jakarta.json.Json} searches the class path at each call. */
final class Descriptions {

    static final JsonProvider JSON = JsonProvider.provider();

    private Descriptions() {
    }

    /** Lays changes over a description, by the rules of RFC 7396. */
    static JsonObject merge(JsonObject description, JsonObject changes) {
        return JSON.createMergePatch(changes).apply(description).asJsonObject();
    }
}
