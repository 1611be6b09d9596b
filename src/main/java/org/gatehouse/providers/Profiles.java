package org.gatehouse.providers;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.math.BigDecimal;
import java.util.Optional;
import org.gatehouse.accounts.ExternalIdentity;
import org.gatehouse.accounts.ExternalIdentity.EmailProof;
import org.gatehouse.platform.JsonValues;
import org.gatehouse.providers.protocol.Arrival;
import org.gatehouse.spi.EmailTrust;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.ExternalProfile;

/** Turns what a provider says about a person into what the operator lets it mean. */
final class Profiles {

    private Profiles() {
    }

    /** @throws IllegalArgumentException if the person could not be recognised again by this */
    static ExternalIdentity identity(Arrival arrival, SocialLogin login) {
        var profile = arrival.profile();
        return new ExternalIdentity(login.name(), login.title(), profile.issuer(), profile.subject(),
                Optional.ofNullable(profile.username()), Optional.ofNullable(profile.email()),
                proof(profile.emailVerification(), login.provider().descriptor().emailTrust()),
                attributes(profile, login),
                Optional.of(arrival.tokens()).filter(tokens -> login.keepsTokens()).map(KeptForm::of),
                login.roles().roleFor(profile));
    }

    private static EmailProof proof(EmailVerification word, EmailTrust trust) {
        return switch (trust) {
            case TRUSTED -> EmailProof.PROVEN;
            case NONE -> EmailProof.UNKNOWN;
            case VERIFIED_ONLY -> switch (word) {
                case VERIFIED -> EmailProof.PROVEN;
                case UNVERIFIED -> EmailProof.REFUTED;
                case UNKNOWN -> EmailProof.UNKNOWN;
            };
        };
    }

    private static JsonObject attributes(ExternalProfile profile, SocialLogin login) {
        var object = JsonValues.object();
        login.attributes().forEach(name -> json(profile.attributes().get(name)).ifPresent(value -> object.add(name, value)));
        return object.build();
    }

    private static Optional<JsonValue> json(Object value) {
        if (value instanceof String text) {
            return Optional.of(JsonValues.text(text));
        } else if (value instanceof Boolean flag) {
            return Optional.of(flag ? JsonValue.TRUE : JsonValue.FALSE);
        } else if (value instanceof Number number) {
            return Optional.of(JsonValues.number(new BigDecimal(number.toString())));
        }
        return Optional.empty();
    }
}
