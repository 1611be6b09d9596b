package org.gatehouse.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.net.http.HttpHeaders;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.gatehouse.permissions.Action;
import org.gatehouse.systems.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The document and the resource methods name the same operations and permissions. */
class OpenApiTest {

    private final OpenApi document = OpenApi.read();
    private final Map<String, String> actions = actionsOfResourceMethods();

    @Test
    void everyResourceMethodIsInTheDocument() {
        assertThat(document.operations()).as("operations in " + OpenApi.FILE).containsAll(actions.keySet());
    }

    @Test
    void everyOperationOfTheDocumentHasAResourceMethod() {
        assertThat(actions.keySet()).as("resource methods").containsAll(document.operations());
    }

    @Test
    void everyOperationNamesThePermissionThatItNeeds() {
        actions.forEach((operation, action) -> assertThat(document.operations().contains(operation)
                ? document.action(operation) : action).as("x-action of " + operation).isEqualTo(action));
    }

    @Test
    void whateverTheDocumentRefersToIsThere() {
        document.references().forEach(reference ->
                assertThatCode(() -> document.json().getValue(reference)).as(reference).doesNotThrowAnyException());
    }

    /** Or else the test of the answers would prove nothing. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /users/me        | 200 | {"id":1,"documentId":"x"}                          | true
            GET /users/me        | 200 | {"id":"1","documentId":"x"}                        | false
            GET /users/me        | 200 | {"id":1,"documentId":"x","passwordHash":"$2a"}     | false
            GET /users/me        | 201 | {"id":1,"documentId":"x"}                          | false
            GET /users/me        | 401 | {"data":null,"error":{"status":401,"name":"XError","message":"x","details":{}}} | true
            GET /users/me        | 401 | {"data":null,"error":{"status":401,"name":"XError"}} | false
            GET /users/me        | 401 | {"data":null,"error":{"status":401,"name":"XError","message":"x","cause":"y"}} | false
            GET /users           | 200 | [{"id":1,"documentId":"x"},{"id":2}]               | false
            POST /auth/local     | 200 | {"jwt":"a.b.c","user":{"id":1,"documentId":"x"}}   | true
            POST /auth/local     | 200 | {"user":{"id":1,"documentId":"x"}}                 | false
            POST /auth/logout    | 200 | {"ok":false}                                       | false
            GET /users/count     | 200 | -1                                                 | false
            """)
    void anAnswerThatTheDocumentDoesNotDescribeIsNoticed(String operation, int status, String body, boolean fits) {
        var headers = HttpHeaders.of(Map.of("Content-Type", List.of("application/json; charset=utf-8")), (name, value) -> true);

        assertThat(document.misfits(operation, new Answer(status, headers, body)).isEmpty()).isEqualTo(fits);
    }

    /** By {@code GET /users/{id}}; whatever a parameter in a path is called or may look like. */
    private static Map<String, String> actionsOfResourceMethods() {
        var actions = new TreeMap<String, String>();
        new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackages("org.gatehouse").stream()
                .filter(type -> type.isAnnotatedWith(Path.class)).map(type -> (Class<?>) type.reflect())
                .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                .forEach(method -> operations(method).forEach(operation -> actions.put(operation, action(method))));
        return actions;
    }

    private static Stream<String> operations(Method method) {
        var path = ("/" + path(method.getDeclaringClass()) + "/" + path(method)).replaceAll("/+", "/").replaceAll("/$", "")
                .replaceAll("\\{(\\w+)\\s*:[^}]*}", "{$1}");
        return Arrays.stream(method.getAnnotations()).map(Annotation::annotationType)
                .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                .map(type -> type.getAnnotation(HttpMethod.class).value() + " " + path);
    }

    private static String path(AnnotatedElement element) {
        return Optional.ofNullable(element.getAnnotation(Path.class)).map(Path::value).orElse("");
    }

    private static String action(Method method) {
        return Optional.ofNullable(method.getAnnotation(Action.class)).map(Action::value).orElse("");
    }
}
