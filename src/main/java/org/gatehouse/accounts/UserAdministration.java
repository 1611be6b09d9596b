package org.gatehouse.accounts;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.ws.rs.core.SecurityContext;
import java.util.List;
import java.util.Optional;
import org.gatehouse.permissions.CallerPermissions;
import org.gatehouse.platform.Input;

/**
 * What callers who may see and change users get to see: users as the API shows them, with what a query asks for and the
 * caller may know. A user is named by number or by document id.
 */
@Singleton
public class UserAdministration {

    private static final Input EVERYTHING = new Input(JsonValue.EMPTY_JSON_OBJECT);

    private final UserList list;
    private final UserCreation creation;
    private final UserChange change;
    private final UserAttributes attributes;
    private final CallerPermissions permissions;

    @Inject
    UserAdministration(UserList list, UserCreation creation, UserChange change, UserAttributes attributes,
            CallerPermissions permissions) {
        this.list = list;
        this.creation = creation;
        this.change = change;
        this.attributes = attributes;
        this.permissions = permissions;
    }

    /** The signed-in user with their own role, which is no secret to them. */
    public JsonObject me(SecurityContext caller) {
        return UserView.withRole(SignedIn.require(caller).user(), attributes);
    }

    /** The signed-in user, if a query's filters let them through. */
    Optional<JsonObject> me(SecurityContext caller, Optional<Input> query) {
        var user = SignedIn.require(caller).user();
        return query.isEmpty() ? Optional.of(UserView.of(user, attributes))
                : findOne(Long.toString(user.id()), query.get());
    }

    public List<JsonObject> find(Input query) {
        var parsed = parsed(query);
        return list.find(parsed).stream().map(user -> UserView.of(user, attributes, parsed)).toList();
    }

    public long count(Input query) {
        return list.count(parsed(query));
    }

    public Optional<JsonObject> findOne(String id, Input query) {
        var parsed = parsed(query);
        return list.find(id, parsed.ofOne()).map(user -> UserView.of(user, attributes, parsed));
    }

    public JsonObject create(Input input) {
        return view(creation.create(input));
    }

    /**
     * The user as changed.
     *
     * @throws org.gatehouse.platform.ApiException 404 if there is none
     */
    public JsonObject change(String id, Input input) {
        var user = existing(id).orElseThrow(AccountError.USER_NOT_FOUND::exception);
        return view(change.change(user, input));
    }

    /** The user as they were; empty where there was none. */
    public Optional<JsonObject> delete(String id) {
        var user = existing(id);
        user.ifPresent(change::delete);
        return user.map(deleted -> UserView.of(deleted, attributes));
    }

    private Optional<User> existing(String id) {
        return list.find(id, ListQuery.parse(EVERYTHING, false));
    }

    private ListQuery parsed(Input query) {
        return ListQuery.parse(query, permissions.allow("role.find"));
    }

    private JsonObject view(User user) {
        return permissions.allow("role.find") ? UserView.withRole(user, attributes) : UserView.of(user, attributes);
    }
}
