package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Operators may want to know more of people than every account has; nobody says more than they are asked for (ASVS 8.2.3,
 * 15.3.3).
 */
class AttributesIT {

    @RegisterExtension
    static final ChangedSettings DECLARED = ChangedSettings.forAll(Map.of(
            "gatehouse.user.attributes", "nickname:string,age:integer,score:number,newsletter:boolean,secretly:string",
            "gatehouse.register.allowed-fields",
                    "nickname,age,score,newsletter,undeclared,confirmed,blocked,role,provider,documentId,id,createdAt"));

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Person ada = Person.anybody();

    @Test
    void declaredAndAllowedAttributesAreStoredAndShown() {
        var registered = Expect.status(200, register(form().add("nickname", "Ada \"the\" 1st").add("age", 36)
                .add("score", 1.5).add("newsletter", true)));

        var me = Expect.status(200, gatehouse.me(registered.jwt())).json();
        assertThat(me).isEqualTo(registered.json().getJsonObject("user"));
        assertThat(me.getString("nickname")).isEqualTo("Ada \"the\" 1st");
        assertThat(me.getInt("age")).isEqualTo(36);
        assertThat(me.getJsonNumber("score").doubleValue()).isEqualTo(1.5);
        assertThat(me.getBoolean("newsletter")).isTrue();
        assertThat(me.isNull("secretly")).isTrue();
    }

    @Test
    void whatIsLeftOutOrNullIsShownAsNull() {
        var me = Expect.status(200, register(form().addNull("age"))).json().getJsonObject("user");

        assertThat(me).containsEntry("age", JsonValue.NULL).containsEntry("nickname", JsonValue.NULL);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            nickname   | string  | 1
            nickname   | string  | ["a"]
            nickname   | string  | {"a": 1}
            age        | integer | "36"
            age        | integer | 1.5
            age        | integer | 1e99
            score      | number  | "1.5"
            score      | number  | true
            newsletter | boolean | "true"
            newsletter | boolean | 1
            """)
    void aValueOfTheWrongTypeIsRefused(String attribute, String type, String value) {
        Expect.refusal(400, attribute + " must be a `" + type + "` type", gatehouse.post("/api/auth/local/register",
                form().build().toString().replaceAll("}$", ",\"" + attribute + "\":" + value + "}")));
        Expect.invalidLogin(ada.loginAt(gatehouse));
    }

    @Test
    void anAllowedFieldThatIsNoAttributeIsPassedOver() {
        var me = Expect.status(200, register(form().add("undeclared", "x"))).json().getJsonObject("user");

        assertThat(me).doesNotContainKey("undeclared");
    }

    @Test
    void anAttributeThatMayNotBeSentAtRegistrationIsRefusedThere() {
        Expect.refusal(400, "Invalid parameters: secretly", register(form().add("secretly", "x")));
    }

    /** Even where an operator allowed them by mistake: what an account is, nobody says of themselves. */
    @Test
    void builtInFieldsAreNeverSetByWhoeverRegisters() {
        var before = gatehouse.database().queryForLong("select coalesce(max(id), 0) from gatehouse_user");

        var me = Expect.status(200, register(form().add("confirmed", false).add("blocked", true).add("role", 2)
                .add("provider", "github").add("documentId", "mine").add("id", 4711).add("createdAt", "2001-01-01")))
                .json().getJsonObject("user");

        assertThat(me.getBoolean("confirmed")).isTrue();
        assertThat(me.getBoolean("blocked")).isFalse();
        assertThat(me.getString("provider")).isEqualTo("local");
        assertThat(me.getString("documentId")).hasSize(24);
        assertThat((long) me.getInt("id")).isGreaterThan(before).isLessThan(4711);
        assertThat(me.getString("createdAt")).startsWith("20").doesNotContain("2001");
        assertThat(gatehouse.database().queryForString("select r.type from gatehouse_user u join gatehouse_role r"
                + " on r.id = u.role_id where u.username = ?", ada.username())).isEqualTo("authenticated");
    }

    private Answer register(JsonObjectBuilder form) {
        return gatehouse.post("/api/auth/local/register", form.build().toString());
    }

    private JsonObjectBuilder form() {
        return Json.createObjectBuilder().add("username", ada.username()).add("email", ada.email())
                .add("password", ada.password());
    }
}
