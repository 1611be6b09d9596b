package org.gatehouse.accounts;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonNumber;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.gatehouse.permissions.Permissions;
import org.gatehouse.permissions.Role;
import org.gatehouse.platform.ApiException;
import org.gatehouse.spi.ClaimsContributor;
import org.gatehouse.spi.TokenUser;
import org.gatehouse.tokens.TokenSubject;

/** What tokens say of a user, the company's own claims among it. */
@Singleton
class TokenSubjects {

    private final Permissions permissions;
    private final UserAttributes attributes;
    private final Instance<ClaimsContributor> companys;

    @Inject
    TokenSubjects(Permissions permissions, UserAttributes attributes, Instance<ClaimsContributor> companys) {
        this.permissions = permissions;
        this.attributes = attributes;
        this.companys = companys;
    }

    /**
     * The subject of a user's tokens.
     *
     * @throws ApiException if the company's own code fails; a token without its claims might open what they would close
     */
    TokenSubject of(User user) {
        return new TokenSubject(user.id(), user.documentId(), user.username(),
                user.role().map(permissions::groups).orElse(Set.of()), user.tokenVersion(), claims(user));
    }

    private Map<String, Object> claims(User user) {
        var claims = new HashMap<String, Object>();
        try {
            companys.forEach(company -> claims.putAll(company.claims(facts(user))));
            check(claims);
        } catch (RuntimeException e) {
            throw ApiException.causedBy(AccountError.NO_CLAIMS, e);
        }
        return claims;
    }

    private TokenUser facts(User user) {
        var values = new HashMap<String, Object>();
        attributes.shown(user).forEach((name, value) -> {
            if (value != JsonValue.NULL) {
                values.put(name, plain(value));
            }
        });
        return new TokenUser(user.documentId(), user.id(), user.username(), user.email(),
                user.role().map(Role::type).map(Set::of).orElse(Set.of()), values);
    }

    private static Object plain(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value instanceof JsonNumber number ? number.numberValue() : Boolean.valueOf(value == JsonValue.TRUE);
    }

    /** Refuses what JSON does not have; what would become of it, only a library knows. */
    private static void check(Object value) {
        if (value instanceof Map<?, ?> map) {
            map.keySet().forEach(String.class::cast);
            check(map.values());
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(TokenSubjects::check);
        } else if (!(value == null || value instanceof String || value instanceof Boolean
                || value instanceof Number number && Double.isFinite(number.doubleValue()))) {
            throw new IllegalArgumentException("a claim cannot be " + value + ", a " + value.getClass().getName());
        }
    }
}
