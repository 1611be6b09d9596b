package org.gatehouse.accounts;

import jakarta.json.JsonObject;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.gatehouse.platform.JsonValues;

/**
 * Somebody as a provider described them, after all that can be said about the description has been said: whether the
 * provider's word about the address counts, and which attributes and role the operator wants to follow from it. What a
 * provider says is not ours: an address that is none is taken for absent, a subject that cannot be stored is refused.
 *
 * @param provider   the name under which the operator set the provider up
 * @param title      what people call it
 * @param issuer     who vouches for the subject, such as the issuer of an id_token
 * @param subject    what never changes about the person there
 * @param username   what they would like to be called
 * @param email      in lower case
 * @param proof      what the provider's word about the address is worth
 * @param attributes values for the operator's own attributes of a new account
 * @param tokens     what the provider handed out, where it is to be kept; secret
 * @param roleType   the type of the role that follows from the provider's word; empty where none does
 */
public record ExternalIdentity(String provider, String title, String issuer, String subject, Optional<String> username,
        Optional<String> email, EmailProof proof, JsonObject attributes, Optional<JsonObject> tokens,
        Optional<String> roleType) {

    /** Stands for the role of new users, whatever that is, where a provider takes another away. */
    public static final String DEFAULT_ROLE = "";

    private static final int LONGEST = 255;
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    /** What a provider's word about an address is worth. */
    public enum EmailProof {
        /** The person has been seen to have it. */
        PROVEN,
        /** Nobody says anything about it. */
        UNKNOWN,
        /** The provider itself says that it has not been verified. */
        REFUTED
    }

    public ExternalIdentity {
        requireStorable(issuer, "issuer");
        requireStorable(subject, "subject");
        username = username.map(name -> CONTROL.matcher(name).replaceAll("").strip()).filter(name -> !name.isEmpty());
        email = email.filter(address -> EmailAddress.problem(address).isEmpty()) // lower case turns some letters into ASCII
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    boolean provesEmail() {
        return email.isPresent() && proof == EmailProof.PROVEN;
    }

    String emailOrPlaceholder() {
        return email.orElseGet(() -> PlaceholderAddress.of(provider, issuer, subject));
    }

    Optional<String> label() {
        return username.or(() -> email).map(text -> text.substring(0, Math.min(text.length(), LONGEST)));
    }

    /** The form in which it rests until its ticket is used. */
    public JsonObject toJson() {
        var object = JsonValues.object().add("provider", provider).add("title", title).add("issuer", issuer)
                .add("subject", subject).add("proof", proof.name()).add("attributes", attributes);
        username.ifPresent(name -> object.add("username", name));
        email.ifPresent(address -> object.add("email", address));
        tokens.ifPresent(handedOut -> object.add("tokens", handedOut));
        roleType.ifPresent(type -> object.add("role", type));
        return object.build();
    }

    /** Reads what {@link #toJson} wrote. */
    public static ExternalIdentity parse(JsonObject json) {
        return new ExternalIdentity(json.getString("provider"), json.getString("title"), json.getString("issuer"),
                json.getString("subject"), text(json, "username"), text(json, "email"),
                EmailProof.valueOf(json.getString("proof")), json.getJsonObject("attributes"),
                Optional.ofNullable(json.getJsonObject("tokens")), text(json, "role"));
    }

    private static Optional<String> text(JsonObject json, String name) {
        return Optional.ofNullable(json.getString(name, null));
    }

    private static void requireStorable(String text, String name) {
        if (text == null || text.isEmpty() || text.length() > LONGEST || CONTROL.matcher(text).find()) {
            throw new IllegalArgumentException("The provider's " + name + " of the person cannot be stored");
        }
    }

    /** Never prints who it is. */
    @Override
    public String toString() {
        return "Identity at " + provider;
    }
}
