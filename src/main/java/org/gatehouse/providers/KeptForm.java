package org.gatehouse.providers;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.spi.ProviderTokens;

/** The form in which tokens of a provider rest: its names for them, without the whole of its answer. */
final class KeptForm {

    private KeptForm() {
    }

    static JsonObject of(ProviderTokens tokens) {
        var object = JsonValues.object();
        Optional.ofNullable(tokens.accessToken()).ifPresent(token -> object.add("access_token", token));
        Optional.ofNullable(tokens.accessSecret()).ifPresent(secret -> object.add("access_secret", secret));
        Optional.ofNullable(tokens.refreshToken()).ifPresent(token -> object.add("refresh_token", token));
        Optional.ofNullable(tokens.idToken()).ifPresent(token -> object.add("id_token", token));
        Optional.ofNullable(tokens.expiresAt()).ifPresent(time -> object.add("expires_at", time.toString()));
        return object.build();
    }

    static ProviderTokens tokens(JsonObject kept) {
        return new ProviderTokens(kept.getString("access_token", null), kept.getString("access_secret", null),
                kept.getString("refresh_token", null), kept.getString("id_token", null),
                Optional.ofNullable(kept.getString("expires_at", null)).map(Instant::parse).orElse(null), Map.of());
    }
}
