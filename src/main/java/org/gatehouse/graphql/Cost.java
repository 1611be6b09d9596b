package org.gatehouse.graphql;

import graphql.analysis.FieldComplexityEnvironment;
import graphql.analysis.MaxQueryComplexityInstrumentation;
import graphql.execution.instrumentation.Instrumentation;
import java.util.Set;

/**
 * What a query costs. Each operation has its price, by whatever alias it goes: so one request cannot guess a hundred
 * passwords, nor list all users a hundred times.
 */
final class Cost {

    private static final int MOST = 200;
    private static final int OPERATION = 20;
    private static final int LIST = 60;
    private static final int ITEMS = 10;
    private static final Set<String> OPERATIONS = Set.of("Query", "Mutation");
    private static final Set<String> LISTS = Set.of("usersPermissionsUsers", "usersPermissionsUsers_connection");

    private Cost() {
    }

    static Instrumentation limit() {
        return new MaxQueryComplexityInstrumentation(MOST, Cost::of);
    }

    private static int of(FieldComplexityEnvironment field, int within) {
        var name = field.getField().getName();
        if (field.getParentType().getName().equals("UsersPermissionsRole") && name.equals("permissions")) {
            return LIST + ITEMS * within; // a list within each item of another
        }
        if (!OPERATIONS.contains(field.getParentType().getName()) || name.startsWith("__")) {
            return 1 + within;
        }
        return (LISTS.contains(name) ? LIST : OPERATION) + within;
    }
}
