package io.genledger.app.web.intake;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import java.util.concurrent.CompletionException;

/** Reads the body of a request byte for byte; its Content-Type is ignored. */
final class RequestBody {

    private RequestBody() {}

    /**
     * The bytes of the body, without their Content-Encoding; empty if there is none. Waits for its
     * end.
     *
     * @throws io.micronaut.http.exceptions.ContentLengthExceededException if it is too long
     */
    static byte[] of(HttpRequest<?> request) {
        try (CloseableAvailableByteBody body =
                ((ServerHttpRequest<?>) request).byteBody().buffer().join()) {
            return body.toByteArray();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }
}
