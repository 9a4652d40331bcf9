package io.genledger.app.cli.serve;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A server on loopback that keeps what it receives. */
final class Receiver implements AutoCloseable {

    private static final long LONGEST_SECONDS = 60;

    private final HttpServer server;
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<Integer> statuses = new CopyOnWriteArrayList<>();

    /**
     * A request, of which a header that it lacks is empty.
     *
     * @param text the body, of which each byte is a character
     */
    record Received(HttpExchange exchange, String text) {

        String header(String name) {
            return Optional.ofNullable(exchange.getRequestHeaders().getFirst(name)).orElse("");
        }

        String path() {
            return exchange.getRequestURI().getPath();
        }

        String query() {
            return exchange.getRequestURI().getQuery();
        }
    }

    /** Answers with these statuses, in this order; the last one from then on. */
    Receiver(Integer... answers) throws IOException {
        statuses.addAll(List.of(answers));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Received request =
                    new Received(
                            exchange,
                            new String(
                                    exchange.getRequestBody().readAllBytes(),
                                    StandardCharsets.ISO_8859_1));
            int status = statuses.size() > 1 ? statuses.removeFirst() : statuses.getFirst();
            received.add(request);
            exchange.sendResponseHeaders(status, -1);
        }
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The next request. */
    Received await() throws InterruptedException {
        return Optional.ofNullable(received.poll(LONGEST_SECONDS, TimeUnit.SECONDS))
                .orElseThrow(() -> new IllegalStateException("nothing was received"));
    }

    /** What was received and not awaited. */
    List<Received> rest() {
        return List.copyOf(received);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
