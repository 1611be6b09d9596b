package org.gatehouse.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters, sort keys, ids and bodies of people who may administer, and try what else they may. */
class ListsIT {

    private static String authorization;

    private final Wire wire = Wire.to(Gatehouse.shared());

    @BeforeAll
    static void mayDoEverything() {
        authorization = Administrator.authorizationAt(Gatehouse.shared());
    }

    @ParameterizedTest
    @ValueSource(strings = {"$eq", "$eqi", "$ne", "$nei", "$in", "$notIn", "$lt", "$lte", "$gt", "$gte", "$between", "$contains",
            "$notContains", "$containsi", "$notContainsi", "$startsWith", "$startsWithi", "$endsWith", "$endsWithi", "$null",
            "$notNull", "$not", "$and", "$or", "$jsonContains", "__proto__"})
    void everyOperatorWithEveryFieldAndAnyValueIsAnsweredOrRefused(String operator) {
        for (var field : List.of("id", "documentId", "username", "email", "confirmed", "createdAt", "role][id", "role][name", "password")) {
            for (var value : List.of("1", "", "true", "%25", "!_%27", "-9223372036854775808", "99999999999999999999",
                    "2026-01-01", "%2B999999999-12-31", "-999999999-01-01", "0000-01-01T00:00:00Z", "NaN", "null")) {
                var query = "?filters[" + field + "][" + operator + "]";
                Decency.check(get("/users/count" + query + "=" + value));
                Decency.check(get("/users/count" + query + "[0]=" + value + "&filters[" + field + "][" + operator + "][1]=" + value));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"password", "passwordHash", "password_hash", "resetPasswordToken", "confirmationToken", "tokenVersion",
            "role.users.password", "createdBy", "attributes", "user.password", "id)", "PASSWORD", "password:asc"})
    void whatIsPrivateCanNeitherBeFilteredNorSortedNorShown(String field) {
        for (var query : List.of("filters[" + field + "][$startsWith]=a", "filters[$or][0][" + field + "][$null]=true",
                "filters[$not][" + field + "]=a", "filters[role][" + field + "]=a", "sort=" + field, "sort[0]=role." + field,
                "fields=" + field, "fields[0]=" + field, "populate=" + field, "populate[" + field + "]=true",
                "sort[" + field + "]=desc")) {
            Decency.checkRefusal(get("/users?limit=1&" + query), 400);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1", "0", "999999999999999999", "99999999999999999999", "1e9", "abc", "%20", "undefined", "null", "1'",
            "%F0%9F%98%80", "..%3b", "a.b", "[object%20Object]", "+1", "0x1"})
    void anIdThatNobodyHasIsNobody(String id) {
        for (var path : List.of("/users/", "/users-permissions/roles/")) {
            Decency.check(get(path + id));
            Decency.check(send("PUT", path + id, "{\"username\":\"whoever\",\"name\":\"whatever\"}"));
            Decency.check(send("DELETE", path + id, ""));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"limit=abc", "limit=-1", "limit=99999999999", "start=-5", "start=2147483647", "page=2147483647&pageSize=1000",
            "pagination[page]=2147483647&pagination[pageSize]=2147483647", "pagination[limit]=1e3", "pagination=1", "limit[]=1", "_q=%25",
            "_q[]=a", "sort=", "sort=,,,", "sort[a][b]=c", "sort=id:up", "fields=*", "populate[role][populate]=users", "filters=1",
            "filters[]=1", "filters[0][id]=1", "filters[$and]=1", "filters[$and][$and][$and][$and][$and][$and][$and][$and][id]=1"})
    void oddListParametersAreAnsweredOrRefused(String query) {
        Decency.check(get("/users?fields=id&limit=1&" + query));
        Decency.check(get("/users/count?" + query));
        Decency.check(get("/users/me?" + query));
    }

    @Test
    void manySortKeysAndConditionsDoNotExhaustTheDatabase() {
        var many = String.join(",", Collections.nCopies(600, "role.name"));
        Decency.check(get("/users?limit=1&sort=" + many));
        Decency.check(get("/users?limit=1&sort=" + String.join(",", Collections.nCopies(600, "username:desc"))));
        Decency.check(get("/users/count?" + "filters[$or][][role][id]=1&".repeat(200)));
        Decency.check(get("/users/count?" + "filters[$and][][username][$containsi]=a&".repeat(150)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "1", "\"1\"", "{}", "[]", "[1,2]", "{\"connect\":[]}", "{\"connect\":[{\"id\":\"x\"}]}", "{\"set\":null}",
            "99999999999999999999", "-1", "1.5", "{\"disconnect\":[1]}", "{\"connect\":{\"connect\":{\"connect\":1}}}", "true", "1e400"})
    void anyRoleThatIsSentIsTakenOrRefused(String role) {
        var body = "{\"username\":\"r%s\",\"email\":\"r%s@example.org\",\"password\":\"Correct-Horse-7-Battery\",\"role\":%s}";
        var unique = java.util.UUID.randomUUID().toString();
        Decency.check(send("POST", "/users", body.formatted(unique, unique, role)), "Correct-Horse-7-Battery");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u33AF", "\uFDFA", "İ", "a", "ß", "\uD83D\uDE00", "\u0301", "-"})
    void aRoleMayBeCalledAnythingOfDecentLength(String letter) {
        var name = letter.repeat(255 / letter.length());
        Decency.check(send("POST", "/users-permissions/roles", "{\"name\":\"" + name + "\",\"description\":\"" + letter + "\"}"));
        Decency.check(send("POST", "/users-permissions/roles", "{\"name\":\"x" + name + "y\",\"type\":[\"a\"]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "[]", "{\"a\":1}", "{\"plugin::users-permissions\":{\"controllers\":{\"user\":{\"me\":true}}}}",
            "{\"a\":{\"controllers\":{\"b\":{\"c\":{\"enabled\":true}}}}}", "{\"\":{\"controllers\":{\"\":{\"\":{\"enabled\":true}}}}}",
            "{\"plugin::users-permissions\":null}", "{\"a\":{\"controllers\":[]}}"})
    void anyPermissionTreeIsTakenOrRefused(String tree) {
        var answer = send("POST", "/users-permissions/roles",
                "{\"name\":\"tree %s\",\"permissions\":%s}".formatted(java.util.UUID.randomUUID(), tree));
        Decency.check(answer);
        assertThat(answer.status()).isEqualTo(400);
    }

    private WireAnswer get(String path) {
        return wire.send(WireRequest.get("/api" + path).with(authorization));
    }

    private WireAnswer send(String method, String path, String body) {
        return wire.send(new WireRequest(method, "/api" + path, List.of("Content-Type: application/json", authorization),
                HostileBody.bytes(body), false));
    }
}
