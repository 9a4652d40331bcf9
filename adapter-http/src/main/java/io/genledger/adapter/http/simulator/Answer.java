package io.genledger.adapter.http.simulator;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** A complete answer, from which the incomplete ones are made. */
public final class Answer implements Reply {

    private final int status;
    private final Map<String, String> headers;
    private final byte[] body;

    /**
     * @param status the HTTP status
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

    /** The whole body is announced, the connection closed after this many bytes of it. */
    public Reply truncatedAfter(int bytes) {
        return new Truncated(this, bytes);
    }

    /** The body comes one byte at a time, with a pause before each. */
    public Reply trickling(Duration pause) {
        return new Trickling(this, pause);
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
