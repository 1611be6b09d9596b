package org.gatehouse.contract;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** An access token taken apart without being verified, as clients and attackers can do. */
final class Token {

    private static final byte[] SECRET = "a secret that nobody has agreed on".getBytes(StandardCharsets.UTF_8);

    private final String[] parts;

    Token(String jwt) {
        parts = jwt.split("\\.");
        if (parts.length != 3) {
            throw new IllegalArgumentException("Not a JWT: " + jwt);
        }
    }

    JsonObject claims() {
        return read(parts[1]);
    }

    Instant end() {
        return Instant.ofEpochSecond(claims().getJsonNumber("exp").longValue());
    }

    /** The same claims under the same key's name, but signed with HS256. */
    String forged() {
        JsonObject header = Json.createObjectBuilder(read(parts[0])).add("alg", "HS256").build();
        String signed = encode(header.toString().getBytes(StandardCharsets.UTF_8)) + "." + parts[1];
        return signed + "." + encode(hmac(signed));
    }

    private static byte[] hmac(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonObject read(String part) {
        try (JsonReader reader = Json.createReader(new ByteArrayInputStream(Base64.getUrlDecoder().decode(part)))) {
            return reader.readObject();
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
