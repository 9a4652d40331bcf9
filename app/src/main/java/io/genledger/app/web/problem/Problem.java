package io.genledger.app.web.problem;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;

/**
 * A problem document (RFC 9457).
 *
 * @param status the HTTP status
 * @param title the status in words
 * @param detail what was wrong and what to do, for the caller
 */
public record Problem(int status, String title, String detail) {

    /** The media type of problem documents. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** The problem of an answer with {@code status}. */
    public static Problem of(HttpStatus status, String detail) {
        return new Problem(status.getCode(), status.getReason(), detail);
    }

    /** The answer with {@code status} that states the problem. */
    public static MutableHttpResponse<Problem> answer(HttpStatus status, String detail) {
        return HttpResponse.<Problem>status(status)
                .contentType(MEDIA_TYPE)
                .body(of(status, detail));
    }
}
