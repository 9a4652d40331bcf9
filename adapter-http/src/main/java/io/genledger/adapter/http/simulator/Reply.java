package io.genledger.adapter.http.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;

/** What the simulator does with one request: a proper answer, or one of the ways to fail. */
public sealed interface Reply
        permits Answer, Reply.Late, Reply.Truncated, Reply.Trickling, Reply.Reset, Reply.Silence {

    /** No answer at all: the connection is reset. */
    static Reply reset() {
        return new Reset();
    }

    /** No answer at all, and the connection stays open. */
    static Reply silence() {
        return new Silence();
    }

    /** A document, as OpenRouter sends one: these bytes, called JSON. */
    static Answer document(byte[] bytes) {
        return new Answer(200, Map.of("content-type", "application/json"), bytes);
    }

    /** A refusal in OpenRouter's own error shape. */
    static Answer error(int status, String message) {
        byte[] body = ErrorBody.of(status, message).getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("content-type", "application/json"), body);
    }

    /** A web page, as proxies send one where JSON was expected. */
    static Answer page(int status, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Answer(status, Map.of("content-type", "text/html; charset=utf-8"), body);
    }

    /** The request to ask there instead. */
    static Answer redirect(URI target) {
        return new Answer(302, Map.of("location", target.toString()), new byte[0]);
    }

    /** The same reply, but not before {@code pause} has passed. */
    default Reply after(Duration pause) {
        return new Late(pause, this);
    }

    /** A reply that waits before it starts. */
    record Late(Duration pause, Reply reply) implements Reply {}

    /** An answer that announces more than it sends, then hangs up. */
    record Truncated(Answer answer, int bytes) implements Reply {}

    /** An answer that takes its time with every byte. */
    record Trickling(Answer answer, Duration pause) implements Reply {}

    /** A connection torn down without a word. */
    record Reset() implements Reply {}

    /** A connection on which nothing ever comes. */
    record Silence() implements Reply {}
}
