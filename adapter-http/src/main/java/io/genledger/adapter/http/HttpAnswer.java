package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** A complete HTTP answer, reduced to what decides its meaning. */
final class HttpAnswer {

    private final HttpResponse<byte[]> response;

    /** {@code {"error": {"code": 404, …}}} (OPENROUTER.md §1.1). */
    private static final Pattern ERROR = Pattern.compile("\"error\"\\s*+:\\s*+\\{");

    private static final int SEARCHED_BYTES = 8 * 1024;

    HttpAnswer(HttpResponse<byte[]> response) {
        this.response = response;
    }

    int status() {
        return response.code();
    }

    /** The server's words for the status: {@code Not Found}. */
    String reason() {
        return response.reason();
    }

    /** Empty if there was none; not to be altered. */
    byte[] body() {
        return response.getBody().orElseGet(() -> new byte[0]);
    }

    /** In lower case and without parameters: {@code application/json}. */
    Optional<String> contentType() {
        return header(HttpHeaders.CONTENT_TYPE)
                .map(type -> type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .filter(type -> !type.isEmpty());
    }

    /** By its content type; where none is named, by its first character. */
    boolean isJson() {
        return contentType()
                .map(type -> type.equals("application/json") || type.endsWith("+json"))
                .orElseGet(() -> new String(body(), UTF_8).stripLeading().startsWith("{"));
    }

    /** Whether it has the shape of OpenRouter's errors; another server's 404 mostly has not. */
    boolean isError() {
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
