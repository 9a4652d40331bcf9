package io.genledger.app.web.openapi;

import io.genledger.app.Version;
import io.genledger.app.view.json.SchemaDialect;
import io.genledger.app.view.json.ViewSchemas;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.access.Requires;
import io.genledger.app.web.access.SessionCookie;
import io.genledger.app.web.parameter.RouteSummary;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.web.router.Router;
import io.micronaut.web.router.UriRouteInfo;
import jakarta.inject.Singleton;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The document of all routes of the server, in the form of OpenAPI 3.0. */
@Singleton
final class OpenApiDocument {

    private static final String TOKEN = "token";
    private static final String SESSION = "session";
    private static final String TYPE = "type";
    private static final Map<String, Object> TEXT = Map.of(TYPE, "string");
    private static final Map<String, Object> BYTES = Map.of(TYPE, "string", "format", "binary");

    private final Router router;
    private @Nullable Map<String, Object> made;

    OpenApiDocument(Router router) {
        this.router = router;
    }

    /**
     * The document, as a tree of maps and lists. It is made when it is first asked for and then
     * kept, because anyone may ask and it takes as long as many requests.
     */
    synchronized Map<String, Object> tree() {
        Map<String, Object> tree = made;
        if (tree == null) {
            tree = make();
            made = tree;
        }
        return tree;
    }

    private Map<String, Object> make() {
        ViewSchemas schemas = new ViewSchemas(SchemaDialect.OPENAPI);
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        router.uriRoutes()
                .filter(route -> route.getHttpMethod() != HttpMethod.HEAD)
                .forEach(route ->
                        paths.computeIfAbsent(path(route), path -> new TreeMap<>())
                                .put(
                                        route.getHttpMethod().name().toLowerCase(Locale.ROOT),
                                        operation(route, schemas)));
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.0.3");
        document.put("info", Map.of("title", "Genledger", "version", Version.number()));
        document.put("security", List.of(Map.of(TOKEN, List.of()), Map.of(SESSION, List.of())));
        document.put("paths", paths);
        document.put(
                "components",
                Map.of("schemas", schemas.components(), "securitySchemes", securitySchemes()));
        return document;
    }

    private static Map<String, Object> securitySchemes() {
        return Map.of(
                TOKEN,
                Map.of(TYPE, "http", "scheme", "bearer"),
                SESSION,
                Map.of(TYPE, "apiKey", "in", "cookie", "name", SessionCookie.NAME));
    }

    private static String path(UriRouteInfo<?, ?> route) {
        return route.getUriMatchTemplate().toPathString();
    }

    private static Map<String, Object> operation(UriRouteInfo<?, ?> route, ViewSchemas schemas) {
        Method method = route.getTargetMethod().getTargetMethod();
        Optional<RouteSummary> summary =
                Optional.ofNullable(method.getAnnotation(RouteSummary.class));
        RequiredScope scope =
                route.getAnnotationMetadata()
                        .enumValue(Requires.class, RequiredScope.class)
                        .orElse(RequiredScope.ADMIN);
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put(
                "operationId", route.getHttpMethod().name().toLowerCase(Locale.ROOT) + path(route));
        summary.ifPresent(stated -> operation.put("summary", stated.value()));
        describeScope(operation, scope);
        operation.put("parameters", parameters(route, summary).toList());
        body(method, schemas).ifPresent(body -> operation.put("requestBody", body));
        operation.put(
                "responses", new RouteAnswers(route, method, scope, summary).responses(schemas));
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

    /** A body of JSON that Micronaut reads, or one of any type that the route reads itself. */
    private static Optional<Map<String, Object>> body(Method method, ViewSchemas schemas) {
        Optional<Map<String, Object>> json =
                Arrays.stream(method.getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(Body.class))
                        .map(Parameter::getType)
                        .map(type -> content(MediaType.APPLICATION_JSON, schemas.of(type)))
                        .findFirst();
        json.ifPresent(body -> body.put("required", true));
        return json.or(() ->
                Optional.ofNullable(method.getAnnotation(Consumes.class))
                        .map(any -> content(MediaType.ALL, BYTES)));
    }

    private static Map<String, Object> content(String mediaType, Map<String, Object> schema) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("content", Map.of(mediaType, Map.of("schema", schema)));
        return body;
    }

    private static Stream<Map<String, Object>> parameters(
            UriRouteInfo<?, ?> route, Optional<RouteSummary> summary) {
        Stream<Map<String, Object>> inPath =
                route.getUriMatchTemplate().getVariables().stream()
                        .filter(variable -> !variable.isQuery())
                        .map(variable -> parameter(variable.getName(), "path", true));
        Stream<Map<String, Object>> inHeaders =
                summary.stream()
                        .flatMap(stated -> Arrays.stream(stated.headers()))
                        .map(name -> parameter(name, "header", false));
        Stream<Map<String, Object>> inQuery =
                summary.stream()
                        .flatMap(stated -> Arrays.stream(stated.options()))
                        .flatMap(OptionParameters::of);
        return Stream.of(inPath, inHeaders, inQuery).flatMap(each -> each);
    }

    private static Map<String, Object> parameter(String name, String place, boolean isRequired) {
        Map<String, Object> parameter = new LinkedHashMap<>();
        parameter.put("name", name);
        parameter.put("in", place);
        parameter.put("required", isRequired);
        parameter.put("schema", TEXT);
        return parameter;
    }
}
