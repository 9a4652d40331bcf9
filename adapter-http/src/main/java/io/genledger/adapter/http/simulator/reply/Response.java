package io.genledger.adapter.http.simulator.reply;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A complete HTTP response. */
public final class Response implements Reply {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);
    private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param status the HTTP status, three digits
     * @param headers values by lower-case name; {@code content-length} is added when it is sent
     * @param body sent unchanged; not copied, so the caller must not alter it afterwards
     */
    public Response(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /**
     * The same response with one header added or replaced.
     *
     * @param header the name in lower case
     */
    public Response with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Response(status, more, body);
    }

    /** The same response with another body, which the caller must not alter afterwards. */
    public Response withBody(byte[] other) {
        return new Response(status, headers, other);
    }

    /** The same response with {@code Retry-After} in seconds, rounded up. */
    public Response retryAfter(Duration pause) {
        return with("retry-after", Long.toString(pause.plus(ALMOST_A_SECOND).toSeconds()));
    }

    /** The same response with {@code Retry-After} as an HTTP date, rounded up to the second. */
    public Response retryAt(Instant moment) {
        return with("retry-after", HTTP_DATE.format(moment.plus(ALMOST_A_SECOND)));
    }

    @Override
    public Delivery delivery() {
        return Delivery.whole(this);
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** Header values by lower-case name, without the content length. */
    public Map<String, String> headers() {
        return headers;
    }

    /** The body; not a copy, so it must not be altered. */
    public byte[] body() {
        return body;
    }
}
