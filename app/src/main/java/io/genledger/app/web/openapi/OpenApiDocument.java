package io.genledger.app.web.openapi;

import io.genledger.app.Version;
import io.genledger.app.view.json.SchemaDialect;
import io.genledger.app.view.json.ViewSchemas;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.Problem;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.uri.UriMatchVariable;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The document of all routes of the server, in the form of OpenAPI 3.0. */
@Singleton
final class OpenApiDocument {

    private static final String TOKEN = "token";

    private final Router router;

    OpenApiDocument(Router router) {
        this.router = router;
    }

    /** The document, as a tree of maps and lists. */
    Map<String, Object> tree() {
        ViewSchemas schemas = new ViewSchemas(SchemaDialect.OPENAPI);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .forEach(route ->
                        paths.computeIfAbsent(path(route), path -> new TreeMap<>())
                                .put(
                                        route.getHttpMethod().name().toLowerCase(Locale.ROOT),
                                        operation(route, schemas)));
        Map<String, Object> problem = schemas.of(Problem.class);
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Map.of("title", "Genledger", "version", Version.number()));
        document.put("security", List.of(Map.of(TOKEN, List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of(
                        "schemas",
                        schemas.components(),
                        "responses",
                        Map.of(
                                "Problem",
                                response("What was wrong.", "application/problem+json", problem)),
                        "securitySchemes",
                        Map.of(TOKEN, Map.of("type", "http", "scheme", "bearer"))));
        return document;
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static Map<String, Object> operation(UriRouteInfo<?, ?> route, ViewSchemas schemas) {
        Method method = route.getTargetMethod().getTargetMethod();
        Optional<RouteSummary> summary =
                Optional.ofNullable(method.getAnnotation(RouteSummary.class));
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put(
                "operationId", route.getHttpMethod().name().toLowerCase(Locale.ROOT) + path(route));
        summary.ifPresent(stated -> operation.put("summary", stated.value()));
        scope(method).ifPresent(scope -> describeScope(operation, scope));
        operation.put("parameters", parameters(route, summary).toList());
        operation.put(
                "responses",
                Map.of(
                        "200",
                        response(
                                "The answer.",
                                mediaType(route),
                                answer(method, summary).map(schemas::of).orElse(Map.of())),
                        "default",
                        Map.of("$ref", "#/components/responses/Problem")));
        return operation;
    }

    private static void describeScope(Map<String, Object> operation, RequiredScope scope) {
        if (scope == RequiredScope.NONE) {
            operation.put("security", List.of());
        } else {
            operation.put(
                    "description",
                    "Needs a token of scope %s.".formatted(scope.name().toLowerCase(Locale.ROOT)));
        }
    }

    private static Optional<RequiredScope> scope(Method method) {
        return Stream.of(
                        method.getAnnotation(Requires.class),
                        method.getDeclaringClass().getAnnotation(Requires.class))
                .flatMap(Stream::ofNullable)
                .findFirst()
                .map(Requires::value);
    }

    private static Stream<Map<String, Object>> parameters(
            UriRouteInfo<?, ?> route, Optional<RouteSummary> summary) {
        Stream<Map<String, Object>> inPath =
                route.getUriMatchTemplate().getVariables().stream()
                        .filter(variable -> !variable.isQuery())
                        .map(OpenApiDocument::inPath);
        Stream<Map<String, Object>> inQuery =
                summary.stream()
                        .flatMap(stated -> Arrays.stream(stated.options()))
                        .flatMap(OptionParameters::of);
        return Stream.concat(inPath, inQuery);
    }

    private static Map<String, Object> inPath(UriMatchVariable variable) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", variable.getName());
        parameter.put("in", "path");
        parameter.put("required", true);
        parameter.put("schema", Map.of("type", "string"));
        return parameter;
    }

    /** The type of the body, if it is a view. */
    private static Optional<Class<?>> answer(Method method, Optional<RouteSummary> summary) {
        return Stream.concat(
                        summary.stream().flatMap(stated -> Arrays.stream(stated.answer())),
                        Stream.<Class<?>>of(method.getReturnType()).filter(Class::isRecord))
                .findFirst();
    }

    private static String mediaType(UriRouteInfo<?, ?> route) {
        return route.getProduces().stream()
                .findFirst()
                .map(MediaType::getName)
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static Map<String, Object> response(
            String description, String mediaType, Map<String, Object> schema) {
        return Map.of(
                "description", description, "content", Map.of(mediaType, Map.of("schema", schema)));
    }
}
