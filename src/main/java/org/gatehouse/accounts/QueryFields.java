package org.gatehouse.accounts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gatehouse.platform.ApiException;
import org.gatehouse.platform.ErrorName;
import org.gatehouse.platform.JsonValues;

/**
 * The fields that a query may name: an allow-list, so that nothing private can be reached by any spelling
 * (CVE-2023-22894, CVE-2023-34235, CVE-2023-36472, CVE-2024-56143). A user's role may be named only by callers who may
 * see roles.
 */
final class QueryFields {

    private static final Map<String, FieldType> OF_USER = fields("id", FieldType.NUMBER, "documentId", FieldType.TEXT,
            "username", FieldType.TEXT, "email", FieldType.TEXT, "provider", FieldType.TEXT,
            "confirmed", FieldType.FLAG, "blocked", FieldType.FLAG,
            "createdAt", FieldType.TIME, "updatedAt", FieldType.TIME, "publishedAt", FieldType.TIME);
    private static final Map<String, FieldType> OF_ROLE = fields("id", FieldType.NUMBER, "documentId", FieldType.TEXT,
            "name", FieldType.TEXT, "description", FieldType.TEXT, "type", FieldType.TEXT,
            "createdAt", FieldType.TIME, "updatedAt", FieldType.TIME);
    /** Exist, but for nobody; the contract answers a little differently to names that do not exist at all. */
    private static final Set<String> PRIVATE = Set.of("password", "resetPasswordToken", "confirmationToken", "createdBy",
            "updatedBy", "role");

    private QueryFields() {
    }

    static Optional<FieldType> ofUser(String name) {
        return Optional.ofNullable(OF_USER.get(name));
    }

    static Optional<FieldType> ofRole(String name) {
        return Optional.ofNullable(OF_ROLE.get(name));
    }

    static Set<String> namesOfUser() {
        return OF_USER.keySet();
    }

    /**
     * Refuses a name.
     *
     * @param parameter which part of the query names it: {@code filters}, {@code sort}, {@code fields} or {@code populate}
     */
    static ApiException invalid(String name, String parameter) {
        return invalid("Invalid key " + name, name, PRIVATE.contains(name) || parameter.equals("populate") ? name : null,
                parameter);
    }

    static ApiException invalid(String message, String key, String path, String parameter) {
        var details = JsonValues.object().add("key", key);
        if (path == null) {
            details.addNull("path");
        } else {
            details.add("path", path);
        }
        return new ApiException(ErrorName.VALIDATION, message,
                details.add("source", "query").add("param", parameter).build());
    }

    private static Map<String, FieldType> fields(Object... namesAndTypes) {
        var fields = new LinkedHashMap<String, FieldType>();
        for (var i = 0; i < namesAndTypes.length; i += 2) {
            fields.put((String) namesAndTypes[i], (FieldType) namesAndTypes[i + 1]);
        }
        return fields;
    }
}
