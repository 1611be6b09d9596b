package org.gatehouse.spi;

import java.util.List;

/** Where profiles are looked for when a descriptor does not say. */
enum UsualMapping {

    /** <a href="https://openid.net/specs/openid-connect-core-1_0.html#StandardClaims">Standard claims.</a> */
    CLAIMS(List.of("/sub"), List.of("/preferred_username", "/nickname", "/name"), List.of("/email"),
            List.of("/email_verified")),
    /** What plain OAuth APIs call an identity, at the top or within the one member that many wrap it in. */
    API(List.of("/id", "/sub", "/user_id", "/uid", "/data/id", "/user/id"),
            List.of("/username", "/login", "/screen_name", "/nickname", "/name", "/data/username", "/data/name",
                    "/user/username", "/user/name"),
            List.of("/email", "/data/email", "/user/email"), List.of("/email_verified", "/verified_email")),
    TICKET(List.of("/user"), List.of("/user"), List.of("/attributes/email", "/attributes/mail"),
            List.of("/attributes/email_verified"));

    private final List<String> subject;
    private final List<String> username;
    private final List<String> email;
    private final List<String> emailVerified;

    UsualMapping(List<String> subject, List<String> username, List<String> email, List<String> emailVerified) {
        this.subject = subject;
        this.username = username;
        this.email = email;
        this.emailVerified = emailVerified;
    }

    static UsualMapping of(Protocol protocol) {
        return switch (protocol) {
            case OIDC -> CLAIMS;
            case OAUTH1, OAUTH2 -> API;
            case CAS -> TICKET;
        };
    }

    List<String> subject() {
        return subject;
    }

    List<String> username() {
        return username;
    }

    List<String> email() {
        return email;
    }

    List<String> emailVerified() {
        return emailVerified;
    }

    List<String> locale() {
        return List.of("/locale");
    }

    List<String> picture() {
        return this == CLAIMS ? List.of("/picture") : List.of("/picture", "/avatar_url", "/avatar");
    }
}
