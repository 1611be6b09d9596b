package org.gatehouse.spi;

import java.util.List;
import java.util.Map;

/**
 * Where the profile stands in what a provider answered. Each list holds candidates; the first that leads to a value
 * counts.
 *
 * <p>A candidate is a <a href="https://www.rfc-editor.org/rfc/rfc6901">JSON Pointer</a>, or several between spaces, whose
 * values are joined by a space. It points into the answer of the profile request; with OpenID Connect into the claims of
 * the id_token and, laid over them, of userinfo; with CAS into {@code {"user": …, "attributes": …}}. Another source is
 * named in front of it: {@code token:/email} for the token answer, {@code id_token:/sub},
 * {@code callback:/user/name/firstName} (a parameter that holds JSON is read as such), or the name of a further request:
 * {@code emails:/0/email}.
 *
 * @param subject       what identifies the person at the provider forever: never a name or an address
 * @param emailVerified true or 1, or the text of one of them, where the address is verified
 * @param emails        null where the profile has no list of addresses
 * @param attributes    further values, by name
 */
public record Mapping(List<String> subject, List<String> username, List<String> email, List<String> emailVerified,
        EmailList emails, List<String> locale, List<String> picture, Map<String, String> attributes) {

    static Mapping read(Members members, Protocol protocol) {
        var usual = UsualMapping.of(protocol);
        return new Mapping(
                members.texts("subject", usual.subject()), members.texts("username", usual.username()),
                members.texts("email", usual.email()), members.texts("email-verified", usual.emailVerified()),
                members.has("emails") ? members.object("emails", EmailList::read) : null,
                members.texts("locale", usual.locale()), members.texts("picture", usual.picture()),
                members.map("attributes"));
    }
}
