package io.genledger.app.web.openapi;

import io.genledger.app.view.json.ViewSchemas;
import io.genledger.app.web.access.RequiredScope;
import io.genledger.app.web.parameter.RouteSummary;
import io.genledger.app.web.problem.Problem;
import io.micronaut.http.HttpMethod;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.web.router.UriRouteInfo;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The answers that a route can give, by status.
 *
 * @param route the route
 * @param method the method that answers
 * @param scope what its caller must be allowed to do
 * @param summary what its annotation says; empty without one
 */
record RouteAnswers(
        UriRouteInfo<?, ?> route,
        Method method,
        RequiredScope scope,
        Optional<RouteSummary> summary) {

    private static final Map<String, Object> TEXT = Map.of("type", "string");

    /** What the checks before every route answer: unreadable, headers too long, foreign host. */
    private static IntStream ofAll() {
        return IntStream.of(400, 413, 421);
    }

    /** The responses of the operation. */
    Map<String, Object> responses(ViewSchemas schemas) {
        Map<String, Object> responses = new LinkedHashMap<>();
        HttpStatus success = route.findStatus(HttpStatus.OK);
        responses.put(
                Integer.toString(success.getCode()),
                success == HttpStatus.NO_CONTENT
                        ? withoutBody(success)
                        : success(success, schemas));
        for (int code : others()) {
            HttpStatus status = HttpStatus.valueOf(code);
            responses.put(
                    Integer.toString(code),
                    status == HttpStatus.NOT_MODIFIED
                            ? withoutBody(status)
                            : failure(status, schemas));
        }
        return responses;
    }

    private Set<Integer> others() {
        Set<Integer> codes = new TreeSet<>();
        ofAll().forEach(codes::add);
        summary.stream()
                .flatMapToInt(stated -> Arrays.stream(stated.statuses()))
                .forEach(codes::add);
        if (scope != RequiredScope.NONE) {
            // The ledger knows the tokens.
            codes.addAll(Set.of(401, 403, 503));
        }
        if (route.getHttpMethod() != HttpMethod.GET) {
            codes.add(HttpStatus.FORBIDDEN.getCode());
        }
        if (!mediaType().equals(MediaType.ALL)) {
            codes.add(HttpStatus.NOT_ACCEPTABLE.getCode());
        }
        if (takesJson(method)) {
            codes.add(HttpStatus.UNSUPPORTED_MEDIA_TYPE.getCode());
        }
        return codes;
    }

    /** Whether Micronaut reads the body, which then must be JSON. */
    static boolean takesJson(Method method) {
        return Arrays.stream(method.getParameters())
                .anyMatch(parameter -> parameter.isAnnotationPresent(Body.class));
    }

    private Map<String, Object> success(HttpStatus status, ViewSchemas schemas) {
        String mediaType = mediaType();
        boolean isJson = mediaType.equals(MediaType.APPLICATION_JSON);
        return response(
                status, mediaType, isJson ? view().map(schemas::of).orElse(Map.of()) : TEXT);
    }

    private Map<String, Object> failure(HttpStatus status, ViewSchemas schemas) {
        Class<?> problem = summary.<Class<?>>map(RouteSummary::problem).orElse(Problem.class);
        Map<String, Object> bodies = new LinkedHashMap<>();
        bodies.put(
                problem == Problem.class ? Problem.MEDIA_TYPE : MediaType.APPLICATION_JSON,
                schema(schemas.of(problem)));
        if (status == HttpStatus.SERVICE_UNAVAILABLE) {
            summary.stream()
                    .flatMap(stated -> Arrays.stream(stated.unavailable()))
                    .forEach(view ->
                            bodies.put(MediaType.APPLICATION_JSON, schema(schemas.of(view))));
        }
        return Map.of("description", status.getReason(), "content", bodies);
    }

    /** The type of the body, if it is a view. */
    private Optional<Class<?>> view() {
        return Stream.concat(
                        summary.stream().flatMap(stated -> Arrays.stream(stated.answer())),
                        Stream.of(body(method.getGenericReturnType()))
                                .filter(Class.class::isInstance)
                                .<Class<?>>map(type -> (Class<?>) type)
                                .filter(Class::isRecord))
                .findFirst();
    }

    private static Type body(Type returned) {
        return returned instanceof ParameterizedType generic
                        && generic.getRawType() == HttpResponse.class
                ? generic.getActualTypeArguments()[0]
                : returned;
    }

    private String mediaType() {
        return route.getProduces().stream()
                .findFirst()
                .map(MediaType::getName)
                .orElse(MediaType.APPLICATION_JSON);
    }

    private static Map<String, Object> withoutBody(HttpStatus status) {
        return Map.of("description", status.getReason());
    }

    private static Map<String, Object> response(
            HttpStatus status, String mediaType, Map<String, Object> schema) {
        return Map.of(
                "description", status.getReason(), "content", Map.of(mediaType, schema(schema)));
    }

    private static Map<String, Object> schema(Map<String, Object> schema) {
        return Map.of("schema", schema);
    }
}
