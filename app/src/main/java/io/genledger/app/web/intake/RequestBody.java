package io.genledger.app.web.intake;

import io.genledger.app.web.problem.ProblemException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.zip.GZIPInputStream;

/** Reads the body of a request byte for byte; its Content-Type is ignored. */
final class RequestBody {

    /** As many bytes as a body without compression may have. */
    private static final int MOST_BYTES = 64 * 1024 * 1024;

    private RequestBody() {}

    /**
     * The bytes of the body, without their Content-Encoding; empty if there is none. Waits for its
     * end.
     *
     * @throws ContentLengthExceededException if it is too long
     * @throws ProblemException if it is not whole, or compressed in a form other than gzip
     */
    static byte[] of(HttpRequest<?> request) {
        byte[] sent = sent(request);
        String coding = request.getHeaders().get(HttpHeaders.CONTENT_ENCODING, String.class, "");
        return switch (coding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> sent;
            case "gzip", "x-gzip" -> unpacked(sent);
            default ->
                    throw new ProblemException(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "Content-Encoding: expected gzip or none");
        };
    }

    private static byte[] sent(HttpRequest<?> request) {
        try (CloseableAvailableByteBody body =
                ((ServerHttpRequest<?>) request).byteBody().buffer().join()) {
            return body.toByteArray();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST, "the body was cut off; nothing was taken");
        }
    }

    private static byte[] unpacked(byte[] sent) {
        if (sent.length == 0) {
            return sent;
        }
        try (InputStream packed = new GZIPInputStream(new ByteArrayInputStream(sent))) {
            byte[] body = packed.readNBytes(MOST_BYTES + 1);
            if (body.length > MOST_BYTES) {
                throw new ContentLengthExceededException(MOST_BYTES, body.length);
            }
            return body;
        } catch (IOException malformed) {
            throw new ProblemException(
                    HttpStatus.BAD_REQUEST,
                    "the body is not gzip, as Content-Encoding says, or was cut off; nothing was"
                            + " taken");
        }
    }
}
