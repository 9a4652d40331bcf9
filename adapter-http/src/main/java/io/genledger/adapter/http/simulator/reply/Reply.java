package io.genledger.adapter.http.simulator.reply;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * The simulator's reply to one request: a complete {@link Response}, or a transport fault. Faults
 * combine: one reply can be late, slow and cut short.
 */
public sealed interface Reply permits Response, Delivery {

    /** Sends no response and resets the connection. */
    static Reply reset() {
        return Delivery.nothing(Delivery.End.RESET);
    }

    /** Sends no response and keeps the connection open. */
    static Reply silence() {
        return Delivery.nothing(Delivery.End.SILENCE);
    }

    /** Status 200 with these bytes as {@code application/json}. */
    static Response document(byte[] bytes) {
        return new Response(200, Map.of("content-type", "application/json"), bytes);
    }

    /** An error in OpenRouter's shape with this message (OPENROUTER.md §1.1). */
    static Response error(int status, String message) {
        byte[] body = ErrorBody.of(status, message).getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("content-type", "application/json"), body);
    }

    /** An error in OpenRouter's shape with the usual message of its status. */
    static Response error(int status) {
        return error(status, ErrorBody.usualMessage(status));
    }

    /** A web page where JSON is expected, as proxies send it (OPENROUTER.md §1.3). */
    static Response page(int status, String html) {
        byte[] body = html.getBytes(StandardCharsets.UTF_8);
        return new Response(status, Map.of("content-type", "text/html; charset=utf-8"), body);
    }

    /** Status 302 with this {@code Location}. */
    static Response redirect(URI target) {
        return new Response(302, Map.of("location", target.toString()), new byte[0]);
    }

    /**
     * Status 200 with a valid JSON document that is padded with spaces.
     *
     * @param bytes the length of the body, at least 20
     */
    static Response huge(int bytes) {
        byte[] body = new byte[bytes];
        Arrays.fill(body, (byte) ' ');
        byte[] start = "{\"data\":{\"id\":null}".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(start, 0, body, 0, start.length);
        body[bytes - 1] = '}';
        return document(body);
    }

    /** The delivery of this reply. */
    Delivery delivery();

    /** The same reply, sent later by {@code delay}. */
    default Reply after(Duration delay) {
        return delivery().later(delay);
    }

    /** The same reply, its body sent byte by byte with this pause before each byte. */
    default Reply trickling(Duration pause) {
        return delivery().slower(pause);
    }

    /**
     * The same reply, its connection closed after the first bytes of the body. The announced length
     * stays that of the whole body.
     *
     * @param bytes the bytes of the body that are sent; a shorter body is sent unchanged
     */
    default Reply truncatedAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.CLOSE);
    }

    /** Like {@link #truncatedAfter}, but the connection is reset. */
    default Reply resetAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.RESET);
    }

    /** Like {@link #truncatedAfter}, but the connection stays open and silent. */
    default Reply stallingAfter(int bytes) {
        return delivery().cut(bytes, Delivery.End.SILENCE);
    }

    /** The same delivery of an altered response; a reply without a response stays unchanged. */
    default Reply altering(UnaryOperator<Response> alteration) {
        Delivery delivery = delivery();
        return delivery.response().map(alteration).map(delivery::of).orElse(delivery);
    }
}
