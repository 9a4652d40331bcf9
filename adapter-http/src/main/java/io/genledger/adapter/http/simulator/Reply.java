package io.genledger.adapter.http.simulator;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What the simulator does with one request: a proper answer, or one of the ways to fail. The ways
 * to fail combine: a reply may be late, slow and cut short.
 */
public sealed interface Reply permits Answer, Delivery {

    /** No answer at all: the connection is reset. */
    static Reply reset() {
        return Delivery.nothing(Delivery.End.RESET);
    }

    /** No answer at all, and the connection stays open. */
    static Reply silence() {
        return Delivery.nothing(Delivery.End.SILENCE);
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

    /** A refusal with the words that are usual for its status. */
    static Answer error(int status) {
        return error(status, ErrorBody.usualWords(status));
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

    /** Valid JSON of exactly {@code bytes} bytes, at least 20, in which nothing is said. */
    static Answer huge(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] start = "{\"data\":{\"id\":null}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);
        body[bytes - 1] = '}';
        return document(body);
    }

    /** How it is sent. */
    Delivery delivery();

    /** The same reply, but not before {@code pause} more has passed. */
    default Reply after(Duration pause) {
        return delivery().later(pause);
    }

    /** The body comes one byte at a time, with a pause before each. */
    default Reply trickling(Duration pause) {
        return delivery().slower(pause);
    }

    /** The body is announced whole, the connection closed after these bytes, if it has more. */
    default Reply truncatedAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.FAREWELL);
    }

    /** The body is announced whole, the connection reset after these bytes, if it has more. */
    default Reply resetAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.RESET);
    }

    /** The body is announced whole, and after these bytes, if it has more, comes nothing. */
    default Reply stallingAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.SILENCE);
    }

    /** The same way to send another answer; where there is none, nothing is altered. */
    default Reply answering(UnaryOperator<Answer> alteration) {
        Delivery delivery = delivery();
        return delivery.answer().map(alteration).map(delivery::of).orElse(delivery);
    }
}
