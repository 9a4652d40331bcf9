package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** A complete answer, from which the incomplete ones are made. */
public final class Answer implements Reply {

    private static final DateTimeFormatter HTTP_DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.US)
                    .withZone(ZoneOffset.UTC);
    private static final Duration ALMOST_A_SECOND = Duration.ofNanos(999_999_999);

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param status the HTTP status, three digits
     * @param headers by lower-case name; the length is added
     * @param body sent as it is, without a copy, and not to be altered any more
     */
    public Answer(int status, Map<String, String> headers, byte[] body) {
        this.status = status;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    /** The same answer with one header added or replaced; its name in lower case. */
    public Answer with(String header, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(header, value);
        return new Answer(status, more, body);
    }

    /** The same answer with other bytes. */
    public Answer withBody(byte[] other) {
        return new Answer(status, headers, other);
    }

    /** With {@code Retry-After} in seconds, rounded up to whole ones. */
    public Answer retryAfter(Duration pause) {
        return with("retry-after", Long.toString(pause.plus(ALMOST_A_SECOND).toSeconds()));
    }

    /** With {@code Retry-After} as an HTTP date, rounded up to the whole second. */
    public Answer retryAt(Instant moment) {
        return with("retry-after", HTTP_DATE.format(moment.plus(ALMOST_A_SECOND)));
    }

    @Override
    public Delivery delivery() {
        return Delivery.whole(this);
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    byte[] body() {
        return body;
    }
}
