package org.gatehouse.providers.protocol;

import jakarta.json.JsonArray;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Comparator;
import java.util.Optional;
import org.gatehouse.spi.EmailList;
import org.gatehouse.spi.EmailTrust;
import org.gatehouse.spi.EmailVerification;
import org.gatehouse.spi.Mapping;

/** Finds the address in a profile, and whether the provider says that it is the person's. */
final class Emails {

    /** An address and what is said about it. */
    record Email(String address, EmailVerification verification) {
    }

    private final Sources sources;
    private final Mapping mapping;

    Emails(Sources sources, Mapping mapping) {
        this.sources = sources;
        this.mapping = mapping;
    }

    Optional<Email> find(EmailTrust trust) {
        return fromList().or(this::single).map(email -> switch (trust) {
            case VERIFIED_ONLY -> email;
            case TRUSTED -> new Email(email.address(), EmailVerification.VERIFIED);
            case NONE -> new Email(email.address(), EmailVerification.UNVERIFIED);
        });
    }

    private Optional<Email> single() {
        return sources.text(mapping.email()).map(address ->
                new Email(address, sources.first(mapping.emailVerified()).map(Emails::verification)
                        .orElse(EmailVerification.UNKNOWN)));
    }

    /** The primary address if it is verified, else the first that is, else the primary one, else the first. */
    private Optional<Email> fromList() {
        var list = mapping.emails();
        if (list == null || !(sources.value(list.list()).orElse(null) instanceof JsonArray elements)) {
            return Optional.empty();
        }
        return elements.stream().filter(element -> address(element, list).isPresent())
                .min(Comparator.comparing((JsonValue element) -> verification(element, list))
                        .thenComparing(element -> !isPrimary(element, list)))
                .map(element -> new Email(address(element, list).orElseThrow(), verification(element, list)));
    }

    private static Optional<String> address(JsonValue element, EmailList list) {
        return Sources.at(element, list.address()).map(Sources::text);
    }

    private static boolean isPrimary(JsonValue element, EmailList list) {
        return list.primary() != null && Sources.at(element, list.primary()).filter(JsonValue.TRUE::equals).isPresent();
    }

    /** In the order of the constants: verified, unverified, unknown; a list has one kind of the last two only. */
    private static EmailVerification verification(JsonValue element, EmailList list) {
        return list.verified() == null ? EmailVerification.UNKNOWN : Sources.at(element, list.verified())
                .map(Emails::verification).orElse(EmailVerification.UNKNOWN);
    }

    /** A boolean or one bit of a number, or the text of one. */
    private static EmailVerification verification(JsonValue said) {
        var text = said instanceof JsonString string ? string.getString() : said.toString();
        return switch (text) {
            case "true", "1" -> EmailVerification.VERIFIED;
            case "false", "0" -> EmailVerification.UNVERIFIED;
            default -> EmailVerification.UNKNOWN;
        };
    }
}
