package org.gatehouse.graphql;

import graphql.Scalars;
import graphql.schema.DataFetcher;
import graphql.schema.GraphQLScalarType;
import graphql.schema.GraphQLSchema;
import graphql.schema.idl.RuntimeWiring;
import graphql.schema.idl.SchemaGenerator;
import graphql.schema.idl.SchemaParser;
import graphql.schema.idl.TypeRuntimeWiring;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.gatehouse.permissions.CallerPermissions;
import org.gatehouse.platform.LimitedCalls;

/** What can be asked, and who answers it. No operation is reached without asking whether the caller may, and how often. */
@Singleton
class Schema {

    private static final String FILE = "/graphql/schema.graphqls";

    private final AccountOperations accounts;
    private final UserOperations users;
    private final RoleOperations roles;
    private final CallerPermissions caller;
    private final LimitedCalls calls;

    @Inject
    Schema(AccountOperations accounts, UserOperations users, RoleOperations roles, CallerPermissions caller,
            LimitedCalls calls) {
        this.accounts = accounts;
        this.users = users;
        this.roles = roles;
        this.caller = caller;
        this.calls = calls;
    }

    GraphQLSchema make() {
        try (var file = new InputStreamReader(Schema.class.getResourceAsStream(FILE), StandardCharsets.UTF_8)) {
            return new SchemaGenerator().makeExecutableSchema(new SchemaParser().parse(file), wiring());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private RuntimeWiring wiring() {
        return RuntimeWiring.newRuntimeWiring()
                .scalar(GraphQLScalarType.newScalar().name("DateTime").coercing(Scalars.GraphQLString.getCoercing()).build())
                .type(type("Query", Stream.of(users.queries(), roles.queries())))
                .type(type("Mutation", Stream.of(accounts.mutations(), users.mutations(), roles.mutations())))
                .type(type("UsersPermissionsRole", Stream.of(List.of(roles.permissions()))))
                .build();
    }

    private TypeRuntimeWiring type(String name, Stream<List<Operation>> operations) {
        var type = TypeRuntimeWiring.newTypeWiring(name);
        operations.flatMap(List::stream).forEach(operation -> type.dataFetcher(operation.name(), guarded(operation)));
        return type.build();
    }

    private DataFetcher<Object> guarded(Operation operation) {
        return environment -> {
            caller.require(operation.twin());
            calls.countAs(operation.twin());
            return operation.work().apply(new Arguments(environment));
        };
    }
}
