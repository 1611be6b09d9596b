package org.gatehouse.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** What somebody might put behind the question mark to get at what is not theirs, in all spellings. */
final class AnyQuery {

    private static final List<String> ROOTS = List.of(
            "filters", "filters", "filters", "sort", "fields", "populate", "_q", "Filters",
            "FILTERS", "where", "_where", "_sort", "select", "$where", "pagination", "start", "limit");
    private static final List<String> STEPS = List.of(
            "password", "passwordHash", "password_hash", "PASSWORD", "Password", "passwordhash", "tokenVersion",
            "token_version", "resetPasswordToken", "confirmationToken", "code", "codes", "attributes", "loginNames",
            "createdBy", "updatedBy", "sessions", "class", "__proto__", "constructor", "prototype", "role", "users",
            "permissions", "role.users.password", "role.version", "version", "username", "email", "id", "blocked",
            "name", "$and", "$or", "$not", "$eq", "$ne", "$contains", "$containsi", "$startsWith", "$gt", "$lt", "$in",
            "$null", "$notNull", "$between", "filters", "sort", "fields", "populate", "count", "on", "0", "1", "*", "");
    private static final List<String> VALUES = List.of("password", "passwordHash:asc", "password_hash:desc",
            "tokenVersion:desc", "role.users.password", "role.version:desc", "-passwordHash", "u.passwordHash",
            "username,passwordHash", "*", "role", "role.users", "true", "false", "0", "1", "5", "{argon2}", "a", "%",
            "_", "", "username", "username:desc", "role.name:asc", "1) or (1=1", "' or password_hash like '%",
            "{\"password\":{\"$contains\":\"a\"}}", "[{\"passwordHash\":\"a\"}]");

    private AnyQuery() {
    }

    static Arbitrary<String> any() {
        return parameter().list().ofMinSize(1).ofMaxSize(3).map(parameters -> String.join("&", parameters));
    }

    private static Arbitrary<String> parameter() {
        var steps = Arbitraries.of(STEPS).list().ofMaxSize(4);
        return Combinators.combine(Arbitraries.of(ROOTS), steps, Arbitraries.of(Spelling.values()),
                Arbitraries.of(VALUES)).as((root, path, spelling, value) -> spelling.write(root, path, value));
    }

    /** The ways to write where a value belongs. */
    private enum Spelling {
        BRACKETS {
            @Override
            String write(String root, List<String> path, String value) {
                return encoded(root + brackets(path)) + "=" + encoded(value);
            }
        },
        DOTS {
            @Override
            String write(String root, List<String> path, String value) {
                return encoded(root + path.stream().map(step -> "." + step).collect(Collectors.joining()))
                        + "=" + encoded(value);
            }
        },
        DOTS_IN_BRACKETS {
            @Override
            String write(String root, List<String> path, String value) {
                return encoded(root + "[" + String.join(".", path) + "]") + "=" + encoded(value);
            }
        },
        ENCODED_TWICE {
            @Override
            String write(String root, List<String> path, String value) {
                return encoded(encoded(root + brackets(path))) + "=" + encoded(encoded(value));
            }
        },
        BROKEN_BRACKETS {
            @Override
            String write(String root, List<String> path, String value) {
                return encoded(root + brackets(path).replace("][", "][[") + "]") + "=" + encoded(value);
            }
        },
        TWICE {
            @Override
            String write(String root, List<String> path, String value) {
                return BRACKETS.write(root, path, value) + "&" + encoded(root) + "=" + encoded(value);
            }
        };

        abstract String write(String root, List<String> path, String value);

        private static String brackets(List<String> path) {
            return path.stream().map(step -> "[" + step + "]").collect(Collectors.joining());
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }
}
