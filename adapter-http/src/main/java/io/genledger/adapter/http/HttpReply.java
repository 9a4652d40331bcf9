package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A complete HTTP response, reduced to the parts that classify it. */
final class HttpReply {

    /** The start of an error body: {@code {"error": {"code": 404, …}}} (OPENROUTER.md §1.1). */
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*+:\\s*+\\{");

    private static final int SEARCHED_BYTES = 8 * 1024;

    private final HttpResponse<byte[]> response;

    HttpReply(HttpResponse<byte[]> response) {
        this.response = response;
    }

    int status() {
        return response.code();
    }

    /** The reason phrase of the status: {@code Not Found}. */
    String reason() {
        return response.reason();
    }

    /** The body, empty if there was none; not a copy, so it must not be altered. */
    byte[] body() {
        return response.getBody().orElseGet(() -> new byte[0]);
    }

    /** The content type in lower case and without parameters: {@code application/json}. */
    Optional<String> contentType() {
        return header(HttpHeaders.CONTENT_TYPE)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** Whether the body is JSON: by its content type, or without one by its first character. */
    boolean isJson() {
        return contentType()
                .map(type -> type.equals("application/json") || type.endsWith("+json"))
                .orElseGet(() -> new String(body(), UTF_8).stripLeading().startsWith("{"));
    }

    /**
     * Whether the body has the shape of OpenRouter's errors (OPENROUTER.md §1.1), which errors of
     * proxies and gateways rarely have.
     */
    boolean isOpenRouterError() {
        byte[] body = body();
        int searched = Math.min(body.length, SEARCHED_BYTES);
        return isJson() && ERROR.matcher(new String(body, 0, searched, UTF_8)).find();
    }

    Optional<String> retryAfter() {
        return header(HttpHeaders.RETRY_AFTER);
    }

    Optional<String> location() {
        return header(HttpHeaders.LOCATION);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(response.getHeaders().get(name));
    }
}
