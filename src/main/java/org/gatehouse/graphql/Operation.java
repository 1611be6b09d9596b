package org.gatehouse.graphql;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.function.Function;

/**
 * A field of {@code Query} or {@code Mutation}.
 *
 * @param name of the field
 * @param twin the resource method that does the same over REST, and so says what it takes to be allowed
 * @param work what answers it
 */
record Operation(String name, Method twin, Function<Arguments, Object> work) {

    static Operation of(String name, Class<?> resource, String method, Function<Arguments, Object> work) {
        var twins = Arrays.stream(resource.getDeclaredMethods()).filter(found -> found.getName().equals(method)).toList();
        if (twins.size() != 1) {
            throw new IllegalStateException(resource + " has " + twins.size() + " methods " + method);
        }
        return new Operation(name, twins.get(0), work);
    }
}
