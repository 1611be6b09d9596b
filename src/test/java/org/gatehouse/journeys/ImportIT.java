package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObjectBuilder;
import java.util.stream.IntStream;
import org.gatehouse.systems.Gatehouse;
import org.gatehouse.systems.StrapiExport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;

/** Whoever had an account in Strapi has it here afterwards, with the same password; and the operator sees who has not. */
class ImportIT {

    private static final String HASH = new BCryptPasswordEncoder(4).encode(Person.PASSWORD);

    @RegisterExtension
    final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final Import imported = Import.anyInto(gatehouse);
    private final StrapiExport export = StrapiExport.withUsualRoles();
    private final Person ada = Person.anybody();
    private final Person bob = Person.anybody();

    @Test
    void whoeverHadAnAccountLogsInWithTheOldPasswordAndHasAModernHashThen() {
        settings.set("gatehouse.user.attributes", "nickName:string,age:integer");
        export.user(7, fields(ada).add("documentId", "abcdefghij0123456789" + ada.username().substring(1, 5))
                .add("nickName", "Countess").add("age", "old"), 1);

        assertThat(ends()).isEqualTo("finished");

        assertThat(imported.outcome("user", 7)).isEqualTo("imported");
        assertThat(imported.detail("user", 7)).isEqualTo("age is not of the declared type");
        assertThat(hash(ada)).isEqualTo(HASH);
        var user = Expect.status(200, ada.loginAt(gatehouse)).json().getJsonObject("user");
        assertThat(hash(ada)).startsWith("$argon2id$");
        assertThat(user.getString("documentId")).startsWith("abcdefghij0123456789");
        assertThat(user.getString("createdAt")).isEqualTo("2024-02-03T04:05:06.789Z");
        assertThat(user.getString("updatedAt")).isEqualTo("2025-02-03T04:05:06.789Z");
        assertThat(user.getString("nickName")).isEqualTo("Countess");
        assertThat(user.isNull("age")).isTrue();
        assertThat(role(ada)).isEqualTo("authenticated");
        Expect.status(200, ada.loginAt(gatehouse));
        Expect.invalidLogin(ada.withPassword("another").loginAt(gatehouse));
    }

    @Test
    void whoeverWasBlockedOrOfAProviderStaysSo() {
        export.user(1, fields(ada).add("blocked", true).add("confirmed", false), 1)
                .user(2, fields(bob).add("provider", "github").addNull("password"), 1);

        assertThat(ends()).isEqualTo("finished");

        Expect.refusal(400, "Your account has been blocked by an administrator", ada.loginAt(gatehouse));
        Expect.invalidLogin(bob.loginAt(gatehouse));
        assertThat(gatehouse.database().queryForString("select provider from gatehouse_user where email = ?",
                bob.email())).isEqualTo("github");
    }

    @Test
    void whoeverCannotBeTakenOverIsPassedOverAndReported() {
        var taken = Person.anybody().joinedAt(gatehouse);
        export.user(1, fields(ada), 1)
                .user(2, fields(Person.named(ada.username().toUpperCase())), 1)
                .user(3, fields(bob.withEmail(ada.email())), 1)
                .user(4, fields(Person.named(taken.username())), 1)
                .user(5, fields(Person.anybody().withEmail("dörte@example.org")), 1)
                .user(6, fields(Person.anybody().withEmail("a".repeat(250) + "@example.org")), 1)
                .user(7, fields(Person.named("x".repeat(256))), 1)
                .user(8, fields(Person.named("two\nlines")), 1)
                .user(9, fields(Person.named("nul\0" + ada.username())), 1)
                .user(10, fields(Person.anybody()), 4711)
                .user(11, fields(Person.named(Person.anybody().email())), 1)
                .user(12, fields(Person.anybody()).add("provider", "<script>"), 1);

        assertThat(ends()).isEqualTo("finished");

        assertThat(IntStream.rangeClosed(1, 12).mapToObj(id -> imported.outcome("user", id))).containsExactly(
                "imported", "taken-name", "taken-name", "taken-name", "invalid-email", "invalid-email",
                "invalid-username", "invalid-username", "unreadable", "unknown-role", "invalid-username",
                "invalid-provider");
        Expect.status(200, ada.loginAt(gatehouse));
        Expect.status(200, taken.loginAt(gatehouse));
        Expect.invalidLogin(bob.loginAt(gatehouse));
    }

    @Test
    void whoeverLacksSomethingIsTakenOverWithoutItAndReported() {
        export.user(1, fields(ada).addNull("email"), 1)
                .user(2, fields(bob).add("password", "plain text"), 1)
                .user(3, fields(Person.anybody()).add("password", HASH.replace("$04$", "$31$")), 1)
                .user(4, fields(Person.anybody()));

        assertThat(ends()).isEqualTo("finished");

        assertThat(imported.users("imported")).isEqualTo(4);
        assertThat(imported.detail("user", 1)).isEqualTo("has no e-mail address");
        assertThat(imported.detail("user", 2)).startsWith("must reset the password");
        assertThat(imported.detail("user", 3)).startsWith("must reset the password");
        assertThat(imported.detail("user", 4)).isEqualTo("has no role");
        Expect.status(200, ada.loginAt(gatehouse));
        Expect.invalidLogin(bob.withPassword("plain text").loginAt(gatehouse));
    }

    @Test
    void rolesComeWithThePermissionsThatThereAreHere() {
        var type = "editor-" + ada.username();
        export.role(3, "Editor", type).role(4, "Odd", "No Type!")
                .permission(1, "plugin::users-permissions.user.me", 3)
                .permission(2, "api::article.article.find", 3)
                .permission(3, "plugin::users-permissions.user.me", 99)
                .user(1, fields(ada), 3);

        assertThat(ends()).isEqualTo("finished");

        assertThat(imported.outcome("role", 1)).isEqualTo("existing");
        assertThat(imported.detail("role", 2)).contains("plugin::users-permissions.auth.register");
        assertThat(imported.outcome("role", 3)).isEqualTo("created");
        assertThat(imported.outcome("role", 4)).isEqualTo("invalid-type");
        assertThat(imported.outcome("permission", 1)).isEqualTo("granted");
        assertThat(imported.outcome("permission", 2)).isEqualTo("unknown-action");
        assertThat(imported.outcome("permission", 3)).isEqualTo("unknown-role");
        assertThat(role(ada)).isEqualTo(type);
        Expect.status(200, gatehouse.me(Expect.status(200, ada.loginAt(gatehouse)).jwt()));
    }

    @Test
    void thousandsComeWhileOthersUseTheServer() {
        for (var i = 1; i <= 3000; i++) {
            export.user(i, fields(Person.named(ada.username() + "-" + i)), 1);
        }
        settings.set(imported.ofFile(imported.write(export)));

        bob.joins(gatehouse);

        assertThat(imported.ended()).isEqualTo("finished");
        assertThat(imported.users("imported")).isEqualTo(3000);
        Expect.status(200, gatehouse.login(ada.username() + "-3000", ada.password()));
    }

    @Test
    void anImportOfOneNameHappensOnceAndAnotherFindsEverybodyThere() {
        var file = imported.write(export.user(1, fields(ada), 1));
        settings.set(imported.ofFile(file));
        assertThat(imported.ended()).isEqualTo("finished");

        var another = Import.anyInto(gatehouse);
        settings.set(another.ofFile(file));

        assertThat(another.ended()).isEqualTo("finished");
        assertThat(another.outcome("user", 1)).isEqualTo("taken-name");
    }

    @Test
    void aFileThatIsNoExportEndsTheImportWithAReason() {
        export.user(1, fields(ada), 1).line("{\"type\":\"plugin::users-permissions.user\",\"id\":\"x\"}");

        assertThat(ends()).isEqualTo("failed");

        assertThat(imported.problem()).startsWith("entities/entities_00001.jsonl, line 5");
    }

    @Test
    void theDatabaseOfStrapi5IsReadDirectly() {
        fromDatabase("_lnk", "document_id varchar(255),", "'docu',");
    }

    @Test
    void theDatabaseOfStrapi4IsReadDirectly() {
        fromDatabase("_links", "", "");
    }

    private void fromDatabase(String links, String columns, String values) {
        try (var strapi = new StrapiTables(gatehouse.database(), links, columns)) {
            strapi.insert("up_roles (id, name, type) values (1, 'Writer', 'writer-" + ada.username() + "')");
            strapi.insert("up_permissions (id, action) values (1, 'plugin::users-permissions.user.me')");
            strapi.insert("up_permissions_role" + links + " (permission_id, role_id) values (1, 1)");
            strapi.insert("up_users values (5, " + values + " '" + ada.username() + "', '" + ada.email() + "', 'local', '"
                    + HASH + "', true, null, '2024-02-03 04:05:06.789', null)");
            strapi.insert("up_users values (6, " + values.replace("docu", "other") + " '" + bob.username() + "', '"
                    + bob.email() + "', null, '" + HASH + "', false, false, null, null)");
            strapi.insert("up_users_role" + links + " (user_id, role_id) values (5, 1)");
            settings.set(imported.ofDatasource("jdbc/gatehouse"));

            assertThat(imported.ended()).isEqualTo("finished");
        }
        assertThat(imported.outcome("user", 5)).isEqualTo("imported");
        assertThat(imported.outcome("user", 6)).isEqualTo("imported");
        assertThat(imported.detail("user", 6)).endsWith("has no role");
        Expect.status(200, bob.loginAt(gatehouse));
        var user = Expect.status(200, ada.loginAt(gatehouse)).json().getJsonObject("user");
        assertThat(user.getString("createdAt")).isEqualTo("2024-02-03T04:05:06.789Z");
        assertThat(role(ada)).isEqualTo("writer-" + ada.username());
        Expect.status(200, gatehouse.me(ada.loginAt(gatehouse).jwt()));
    }

    private String ends() {
        settings.set(imported.ofFile(imported.write(export)));
        return imported.ended();
    }

    private static JsonObjectBuilder fields(Person person) {
        return StrapiExport.fields(person.username(), person.email(), HASH);
    }

    private String hash(Person person) {
        return gatehouse.database().queryForString("select password_hash from gatehouse_user where username = ?",
                person.username());
    }

    private String role(Person person) {
        return gatehouse.database().queryForString("select r.type from gatehouse_user u join gatehouse_role r"
                + " on r.id = u.role_id where u.username = ?", person.username());
    }
}
