package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;

/** GraphQL is no way around the rate limit (ASVS 6.3.1): its calls count with those of the REST API, each alias for itself. */
class GraphqlRateLimitIT {

    private static final String TOO_MANY = "Too many requests, please try again later.";
    private static final String LIMITED = "STRAPI_RATE_LIMIT_ERROR";

    private final Gatehouse gatehouse = Nodes.proxied();

    @Test
    void loginsOverGraphqlAndOverRestAreOne() {
        var client = gatehouse.anonymous().with("X-Forwarded-For", "203.0.113.201");
        for (var i = 0; i < 5; i++) {
            Expect.invalidLogin(client.post("/api/auth/local", Map.of("identifier", "n" + i, "password", "x")));
            Graphql.refused(Expect.INVALID_LOGIN, Graphql.BAD_INPUT, new Graphql(client).logsIn("n" + i, "x"));
        }

        Graphql.refused(TOO_MANY, LIMITED, new Graphql(client).logsIn("another", "x"));
        Expect.refusal(429, TOO_MANY, client.post("/api/auth/local",
                Map.of("identifier", "another", "password", "x")));
    }

    @Test
    void eachAliasIsCounted() {
        var client = new Graphql(gatehouse.anonymous().with("X-Forwarded-For", "203.0.113.202"));

        assertThat(Expect.status(200, client.ask(eightTimes())).json()).doesNotContainKey("errors");
        var answer = Expect.status(200, client.ask(eightTimes())).json();

        assertThat(answer.getJsonArray("errors").getValuesAs(JsonObject.class)).hasSize(6)
                .allMatch(error -> error.getString("message").equals(TOO_MANY));
        assertThat(answer.getJsonObject("data").values()).filteredOn(JsonValue.NULL::equals).hasSize(6);
    }

    @Test
    void aHundredAliasesAreNotEvenBegun() {
        var client = new Graphql(gatehouse.anonymous().with("X-Forwarded-For", "203.0.113.203"));

        Graphql.notBegun(Graphql.BAD_INPUT, client.ask(logins(100)));
        Graphql.notBegun(Graphql.BAD_INPUT, client.ask(logins(10)));

        Graphql.refused(Expect.INVALID_LOGIN, Graphql.BAD_INPUT, client.logsIn("nobody", "x")); // nothing was counted
    }

    private static String eightTimes() {
        return IntStream.range(0, 8).mapToObj("a%d: forgotPassword(email: \"nobody@example.org\") { ok }"::formatted)
                .collect(Collectors.joining(" ", "mutation { ", " }"));
    }

    private static String logins(int count) {
        return IntStream.range(0, count).mapToObj(i ->
                "a%1$d: login(input: {identifier: \"u%1$d\", password: \"x\"}) { jwt }".formatted(i))
                .collect(Collectors.joining(" ", "mutation { ", " }"));
    }
}
