package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import java.io.StringReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Every operation answers as the document says, when it succeeds and when it refuses. Whoever adds an operation calls it
 * here too; one that needs an identity provider only needs to be refused.
 */
@Tag("once")
class OpenApiIT {

    private static final String NEEDS_PROVIDER = "{provider}";

    @RegisterExtension
    static final ChangedSettings SETTINGS = RefreshMode.on();

    @RegisterExtension
    private final ChangedSettings settings = new ChangedSettings();

    private final Gatehouse gatehouse = Gatehouse.shared();
    private final OpenApi document = OpenApi.read();
    private final Set<String> succeeded = new TreeSet<>();
    private final Set<String> refused = new TreeSet<>();
    private final Client anonymous = gatehouse.anonymous();
    private final Person ada = Person.anybody();

    @Test
    void everyOperationAnswersAsTheDocumentSays() {
        people();
        sessions();
        identities();
        users();
        roles();
        othersMachines();
        confirmation();

        var operations = document.operations();
        assertThat(refused).as("operations that were refused here").containsAll(
                operations.stream().filter(document::documentsRefusal).filter(this::canBeRefused).toList());
        assertThat(succeeded).as("operations that succeeded here").containsAll(operations.stream()
                .filter(document::documentsSuccess).filter(operation -> !operation.contains(NEEDS_PROVIDER)).toList());
    }

    @Test
    void theDocumentIsServedToEverybodyAsItIs() {
        var answer = Expect.status(200, anonymous.with("Authorization", "Bearer x").get("/api/openapi"));
        try (var reader = Json.createReader(new StringReader(answer.body()))) {
            assertThat(reader.readObject()).isEqualTo(document.json());
        }
    }

    private void people() {
        post(anonymous, "/auth/local/register", form(ada, Map.of()));
        post(anonymous, "/auth/local/register", form(ada, Map.of()));
        post(anonymous, "/auth/local", Map.of("identifier", ada.username(), "password", ada.password(), "deviceId", "d"));
        post(anonymous, "/auth/local", Map.of("identifier", ada.username(), "password", Person.OTHER_PASSWORD));
        call("GET", anonymous, "/auth/local/callback", "");

        post(anonymous, "/auth/forgot-password", Map.of("email", ada.email()));
        post(anonymous, "/auth/forgot-password", Map.of("email", "nowhere", "username", "x"));
        var code = gatehouse.inbox().awaitMailTo(ada.email()).code();
        var reset = Map.of("code", code, "password", Person.OTHER_PASSWORD, "passwordConfirmation", Person.OTHER_PASSWORD);
        var jwt = post(anonymous, "/auth/reset-password", reset).jwt();
        post(anonymous, "/auth/reset-password", reset);

        var change = Map.of("currentPassword", Person.OTHER_PASSWORD, "password", ada.password(),
                "passwordConfirmation", ada.password());
        post(gatehouse.as(jwt), "/auth/change-password", change);
        post(anonymous, "/auth/change-password", change);
    }

    private void confirmation() {
        settings.set("gatehouse.advanced.email-confirmation", "true");
        var eve = Person.anybody();
        post(anonymous, "/auth/local/register", form(eve, Map.of()));
        var link = gatehouse.inbox().awaitMailTo(eve.email()).link();
        var path = link.substring(link.indexOf("/auth/"));
        post(anonymous, "/auth/send-email-confirmation", Map.of("email", "nobody@example.org"));
        post(anonymous, "/auth/send-email-confirmation", Map.of("email", ada.email()));
        call("HEAD", anonymous, path, "");
        call("GET", anonymous, path, "");
        call("GET", anonymous, path, "");
        settings.set(Map.of("gatehouse.advanced.email-confirmation", "true", "gatehouse.accounts.privacy", "strict"));
        post(anonymous, "/auth/local/register", form(Person.anybody(), Map.of()));
    }

    private void sessions() {
        var login = post(anonymous, "/auth/local", Map.of("identifier", ada.username(), "password", ada.password()));
        var next = post(anonymous, "/auth/refresh", Map.of("refreshToken", login.refreshToken()));
        post(anonymous, "/auth/refresh", Map.of());
        var caller = gatehouse.as(next.jwt());
        var list = call("GET", caller, "/auth/sessions", "");
        call("GET", anonymous, "/auth/sessions", "");
        var session = list.json().getJsonArray("data").getJsonObject(1).getString("id");
        call("DELETE", caller, "/auth/sessions/" + session, "");
        call("DELETE", caller, "/auth/sessions/" + session, "");
        post(caller, "/auth/logout", Map.of());
        post(anonymous, "/auth/logout", Map.of());
    }

    /** At providers that nobody has switched on. */
    private void identities() {
        var caller = gatehouse.as(gatehouse.login(ada.username(), ada.password()).jwt());
        call("GET", caller, "/auth/identities", "");
        call("GET", anonymous, "/auth/identities", "");
        post(caller, "/auth/identities/github", Map.of("access_token", "none"));
        call("DELETE", caller, "/auth/identities/1", "");
        call("GET", anonymous, "/connect/nobody", "");
        call("GET", anonymous, "/connect/nobody/callback?code=x&state=y", "");
        post(anonymous, "/connect/nobody/callback", Map.of());
        call("GET", anonymous, "/auth/nobody/callback?access_token=x", "");
        post(anonymous, "/auth/nobody/callback", Map.of("access_token", "x"));
    }

    private void users() {
        var administrator = Administrator.whoMay(gatehouse, "user.me", "user.find", "user.findOne", "user.count",
                "user.create", "user.update", "user.destroy", "role.find");
        var somebody = Person.anybody();
        var id = post(administrator, "/users", form(somebody, Map.of("role", 1))).json().getInt("id");
        post(administrator, "/users", form(somebody, Map.of("role", 1)));
        for (var query : new String[] {"", "?populate=role", "?fields=username", "?filters[id][$lt]=0"}) {
            call("GET", administrator, "/users/me" + query, "");
            call("GET", administrator, "/users" + query, "");
            call("GET", administrator, "/users/" + id + query, "");
        }
        for (var path : new String[] {"/users/me", "/users", "/users/count", "/users/1"}) {
            call("GET", anonymous, path, "");
        }
        call("GET", administrator, "/users?sort=password", "");
        call("GET", administrator, "/users/count", "");
        call("GET", administrator, "/users/0", "");
        call("PUT", administrator, "/users/" + id, "{\"blocked\":true}");
        call("PUT", administrator, "/users/0", "{}");
        call("DELETE", administrator, "/users/" + id, "");
        call("DELETE", administrator, "/users/" + id, "");
        call("DELETE", anonymous, "/users/" + id, "");
    }

    private void roles() {
        var administrator = Administrator.whoMay(gatehouse, "role.find", "role.findOne", "role.createRole",
                "role.updateRole", "role.deleteRole", "permissions.getPermissions");
        var name = "Role " + UUID.randomUUID();
        post(administrator, "/users-permissions/roles", Map.of("name", name,
                "permissions", Json.createObjectBuilder().build()));
        post(administrator, "/users-permissions/roles", Map.of());
        var id = gatehouse.database().queryForLong("select id from gatehouse_role where name = ?", name);
        call("GET", administrator, "/users-permissions/roles", "");
        call("GET", anonymous, "/users-permissions/roles", "");
        for (var role : new String[] {"/users-permissions/roles/" + id, "/users-permissions/roles/0"}) {
            call("GET", administrator, role, "");
            call("PUT", administrator, role, "{\"description\":\"x\"}");
            call("DELETE", administrator, role, "");
        }
        call("GET", administrator, "/users-permissions/permissions", "");
        call("GET", anonymous, "/users-permissions/permissions", "");
        for (var asker : new Client[] {administrator, anonymous}) {
            call("GET", asker, "/users-permissions/permissions/check?action=" + Roles.ACTION + "role.find", "");
        }
    }

    private void othersMachines() {
        call("GET", anonymous, "/.well-known/jwks.json", "");
        call("GET", anonymous, "/openapi", "");
        call("GET", anonymous, "/health/live", "");
        call("GET", anonymous, "/health/ready", "");
        post(anonymous, "/graphql", Map.of("query", "{ __typename }"));
        post(anonymous, "/graphql", Map.of("query", "{ me { id } }"));
        post(anonymous, "/graphql", Map.of("query", "{ you }"));
        post(anonymous, "/graphql", Map.of("query", "{"));
        post(anonymous, "/graphql", Map.of());
    }

    private Answer post(Client client, String path, Map<String, ?> body) {
        return call("POST", client, path, Json.createObjectBuilder(body).build().toString());
    }

    private Answer call(String method, Client client, String path, String body) {
        var answer = (body.isEmpty() ? client : client.with("Content-Type", "application/json")).send(method,
                "/api" + path.replace("[", "%5B").replace("]", "%5D"), BodyPublishers.ofString(body));
        var operation = document.operation(method, path);
        assertThat(document.misfits(operation, answer)).as(operation + ": " + answer.status() + " " + answer.body()).isEmpty();
        (answer.status() < 400 ? succeeded : refused).add(operation);
        return answer;
    }

    /** What is open to all, and looks at nothing that is sent, refuses nobody. */
    private boolean canBeRefused(String operation) {
        return !document.isOpenToAll(operation) && !operation.startsWith("HEAD ");
    }

    private static Map<String, Object> form(Person person, Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.putAll(Map.of("username", person.username(), "email", person.email(), "password", person.password()));
        return form;
    }
}
