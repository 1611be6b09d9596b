package org.gatehouse.journeys;

import java.util.HashMap;
import java.util.Map;
import org.gatehouse.systems.Answer;
import org.gatehouse.systems.Client;
import org.gatehouse.systems.Gatehouse;

/** Somebody who may do everything with users and roles. */
final class Administrator {

    private static final String USERS = "/api/users/";
    private static final String ROLES = "/api/users-permissions/roles/";
    private static final String[] ACTIONS = {
        "user.me", "user.find", "user.findOne", "user.count", "user.create", "user.update", "user.destroy",
        "role.find", "role.findOne", "role.createRole", "role.updateRole", "role.deleteRole",
        "permissions.getPermissions"};

    private final Gatehouse gatehouse;
    private final Client client;

    private Administrator(Gatehouse gatehouse, Client client) {
        this.gatehouse = gatehouse;
        this.client = client;
    }

    static Administrator of(Gatehouse gatehouse) {
        return new Administrator(gatehouse, whoMay(gatehouse, ACTIONS));
    }

    /** Somebody who may do just this. */
    static Client whoMay(Gatehouse gatehouse, String... actions) {
        var person = Person.anybody();
        var token = person.joins(gatehouse);
        Roles.give(gatehouse, person, Roles.create(gatehouse, actions));
        return gatehouse.as(token);
    }

    Answer get(String path) {
        return client.get(path);
    }

    Answer creates(Person person, Map<String, ?> more) {
        var form = new HashMap<String, Object>(more);
        form.put("username", person.username());
        form.put("email", person.email());
        form.put("password", person.password());
        form.putIfAbsent("role", 1);
        return client.post("/api/users", form);
    }

    Answer changes(Person person, Map<String, ?> change) {
        return changes(person.idAt(gatehouse), change);
    }

    Answer changes(long id, Map<String, ?> change) {
        return client.put(USERS + id, change);
    }

    Answer deletes(long id) {
        return client.delete(USERS + id);
    }

    Answer createsRole(Map<String, ?> role) {
        return client.post("/api/users-permissions/roles", role);
    }

    Answer looksAtRole(long id) {
        return client.get(ROLES + id);
    }

    Answer changesRole(long id, Map<String, ?> change) {
        return client.put(ROLES + id, change);
    }

    Answer changesRole(long id, String json) {
        return client.put(ROLES + id, json);
    }

    Answer deletesRole(long id) {
        return client.delete(ROLES + id);
    }
}
