package io.genledger.app.web.wire;

import io.genledger.app.view.json.ViewJson;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

/** A failure as OpenRouter states it (OPENROUTER.md §1.1). */
record WireError(Fault error) {

    /**
     * What failed.
     *
     * @param message a sentence for the caller
     * @param code the status of the answer
     */
    record Fault(String message, int code) {}

    /** The answer with {@code status} that states the failure. */
    static MutableHttpResponse<byte[]> answer(HttpStatus status, String message) {
        return HttpResponse.<byte[]>status(status)
                .contentType(MediaType.APPLICATION_JSON_TYPE)
                .body(bytes(message, status.getCode()));
    }

    /** The body of an answer with {@code status}. */
    static byte[] bytes(String message, int status) {
        return ViewJson.bytes(new WireError(new Fault(message, status)));
    }
}
