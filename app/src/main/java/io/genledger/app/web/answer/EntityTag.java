package io.genledger.app.web.answer;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MutableHttpResponse;
import java.util.Arrays;

/**
 * The ETag of an answer (RFC 9110 §8.8.3). It is weak, because one answer is sent with and without
 * compression.
 *
 * @param value is another one for each content; no quotes
 */
public record EntityTag(String value) {

    private static final String WEAK = "W/";

    /** Whether the client of {@code request} has this content already. */
    public boolean isKnownBy(HttpRequest<?> request) {
        return request.getHeaders().getAll(HttpHeaders.IF_NONE_MATCH).stream()
                .flatMap(header -> Arrays.stream(header.split(",")))
                .map(String::strip)
                .anyMatch(tag -> tag.equals("*") || strong(tag).equals(strong(quoted())));
    }

    /** An answer without a body for a client that has this content. */
    public <T> MutableHttpResponse<T> unchanged() {
        return HttpResponse.<T>notModified().header(HttpHeaders.ETAG, quoted());
    }

    /** {@code answer}, which has this content. */
    public <T> MutableHttpResponse<T> on(MutableHttpResponse<T> answer) {
        return answer.header(HttpHeaders.ETAG, quoted());
    }

    private String quoted() {
        return WEAK + "\"" + value + "\"";
    }

    private static String strong(String tag) {
        return tag.startsWith(WEAK) ? tag.substring(WEAK.length()) : tag;
    }
}
