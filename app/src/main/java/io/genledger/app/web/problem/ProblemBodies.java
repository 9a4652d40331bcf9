package io.genledger.app.web.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import io.micronaut.http.server.exceptions.response.JsonErrorResponseBodyProvider;
import jakarta.inject.Singleton;

/**
 * The bodies of the errors that Micronaut finds before a route is called. Its own messages, which
 * name classes, are not passed on.
 */
@Singleton
final class ProblemBodies implements JsonErrorResponseBodyProvider<Problem> {

    @Override
    public Problem body(ErrorContext context, HttpResponse<?> response) {
        return Problem.of(response.getStatus(), detail(response.getStatus()));
    }

    private static String detail(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "there is no such route; see /openapi.json for all of them";
            case METHOD_NOT_ALLOWED -> "this route does not take this method; see the Allow header";
            case REQUEST_ENTITY_TOO_LARGE ->
                    "the body is larger than 64 MiB, or the headers are larger than 16 KiB; send"
                            + " several requests";
            case UNSUPPORTED_MEDIA_TYPE -> "this route does not read this Content-Type";
            case NOT_ACCEPTABLE -> "this route has no answer of a type that Accept names";
            case BAD_REQUEST -> "the request cannot be read; see /openapi.json for its form";
            default -> status.getReason();
        };
    }

    @Override
    public String contentType() {
        return Problem.MEDIA_TYPE;
    }
}
