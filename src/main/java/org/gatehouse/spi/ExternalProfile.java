package org.gatehouse.spi;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A person as a provider describes them. Gatehouse recognises them again by issuer and subject alone: the rest may change,
 * and may belong to somebody else tomorrow.
 *
 * @param issuer            who vouches for the subject: the issuer of an OpenID provider, another fixed name elsewhere
 * @param subject           the provider's own, stable identifier of the person; never a name they can change
 * @param username          what they call themselves there, or null
 * @param email             their address, or null
 * @param emailVerification what the provider says about that address
 * @param locale            a language tag as the provider writes it, or null
 * @param picture           the address of a picture, or null
 * @param attributes        everything else, as plain values, lists and maps; only what the operator declared is ever kept
 */
public record ExternalProfile(String issuer, String subject, String username, String email,
        EmailVerification emailVerification, String locale, String picture, Map<String, Object> attributes) {

    public ExternalProfile {
        Objects.requireNonNull(issuer, "issuer");
        Objects.requireNonNull(subject, "subject");
        if (subject.isBlank()) {
            throw new IllegalArgumentException("a profile without subject belongs to nobody");
        }
        emailVerification = emailVerification == null ? EmailVerification.UNKNOWN : emailVerification;
        attributes = attributes == null ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(attributes));
    }

    /** Says where the person comes from, not who they are. */
    @Override
    public String toString() {
        return "ExternalProfile[issuer=" + issuer + ", emailVerification=" + emailVerification + "]";
    }
}
