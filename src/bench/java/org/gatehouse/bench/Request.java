package org.gatehouse.bench;

import java.util.List;

/**
 * What wrk sends again and again.
 *
 * @param script    the file below {@code src/bench/lua} that makes the requests
 * @param arguments what the script wants to know
 */
record Request(String name, String script, String path, List<String> headers, List<String> arguments) {

    static Request get(String path, String... headers) {
        return new Request("GET " + path, "get.lua", path, List.of(headers), List.of());
    }

    static Request login(int people, String password) {
        return new Request("POST /api/auth/local", "login.lua", "/api/auth/local", List.of(),
                List.of(Integer.toString(people), password));
    }

    /** One of the first pages of the list of users. */
    static Request page(int pages, String authorization) {
        return new Request("GET /api/users, first pages", "page.lua", "/", List.of(authorization),
                List.of(Integer.toString(pages)));
    }

    /** The list of users with the address of one of them. */
    static Request find(int people, String authorization) {
        return new Request("GET /api/users by address", "find.lua", "/", List.of(authorization),
                List.of(Integer.toString(people)));
    }

    /** The names begin with {@code prefix}, which no other run must use. */
    static Request register(String prefix, String password) {
        return new Request("POST /api/auth/local/register", "register.lua", "/api/auth/local/register", List.of(),
                List.of(prefix, password));
    }
}
