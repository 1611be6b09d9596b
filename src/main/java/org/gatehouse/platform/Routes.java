package org.gatehouse.platform;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The methods that each path of the API has, read from the annotated resource methods. JAX-RS implementations answer
 * unknown paths and methods each in their own way; this table answers them alike everywhere: a {@code GET} finds
 * nothing (404), any other method is not allowed (405 in plain text, naming what is).
 */
@Singleton
public class Routes {

    /** A parameter in a path, with the pattern of its own if it has one (Jakarta REST 3.1, section 3.4). */
    private static final Pattern PARAMETER = Pattern.compile("\\{\\s*[\\w.-]+\\s*(?::\\s*([^{}]+?)\\s*)?}");
    private static final MediaType PLAIN_TEXT = MediaType.valueOf("text/plain; charset=utf-8");

    private final List<Route> routes;

    @Inject
    Routes(BeanManager beans) {
        this(beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .<Class<?>>map(bean -> bean.getBeanClass())
                .filter(type -> type.isAnnotationPresent(Path.class))
                .flatMap(Route::of)
                .toList());
    }

    private Routes(List<Route> routes) {
        this.routes = routes;
    }

    Response noSuchRoute(String method, String path) {
        return switch (method) {
            case "GET", "HEAD" -> {
                var refusal = PlatformError.NOT_FOUND.exception();
                yield JsonResponse.with(refusal.name().status(), refusal.envelope()).build();
            }
            default -> Response.status(405).type(PLAIN_TEXT).header("Allow", allow(path))
                    .entity("Method Not Allowed").build();
        };
    }

    /** The answer to {@code OPTIONS} outside of CORS. */
    Response options(String path) {
        return Response.ok("", PLAIN_TEXT).header("Allow", allow(path)).build();
    }

    private String allow(String path) {
        var methods = new TreeSet<>(List.of("GET", "HEAD"));
        routes.stream().filter(route -> route.path.matcher(path).matches()).map(Route::method).forEach(methods::add);
        methods.remove("GET");
        methods.remove("HEAD");
        return Stream.concat(Stream.of("HEAD", "GET"), methods.stream()).reduce((a, b) -> a + ", " + b).orElseThrow();
    }

    private record Route(String method, Pattern path) {

        private static Stream<Route> of(Class<?> resource) {
            return Arrays.stream(resource.getDeclaredMethods()).flatMap(method -> Arrays.stream(method.getAnnotations())
                    .map(Annotation::annotationType)
                    .filter(type -> type.isAnnotationPresent(HttpMethod.class))
                    .map(type -> new Route(type.getAnnotation(HttpMethod.class).value(), path(resource, method))));
        }

        private static Pattern path(Class<?> resource, Method method) {
            var own = method.isAnnotationPresent(Path.class) ? "/" + method.getAnnotation(Path.class).value() : "";
            var template = ("/" + resource.getAnnotation(Path.class).value() + own).replaceAll("/+", "/");
            return Pattern.compile(PARAMETER.matcher(template.replaceAll("/$", "")).replaceAll(parameter ->
                    Matcher.quoteReplacement(parameter.group(1) == null ? "[^/]+" : parameter.group(1))));
        }
    }
}
