package io.genledger.app.kill.serve;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One client. What a server did not answer, it sends again, to the server that is there then. */
final class Sender implements Callable<Void> {

    private static final Duration LONGEST_ANSWER = Duration.ofSeconds(60);
    private static final long PAUSE_NANOS = 5_000_000;

    /** Longer, because a server takes more than a second to start. */
    private static final long PAUSE_BEFORE_REPEAT_NANOS = 100_000_000;

    private static final int BUSY = 503;

    private final HttpClient client;
    private final Traffic traffic;
    private final Supplier<URI> server;
    private final BooleanSupplier isEnough;
    private final BooleanSupplier isEnd;

    /**
     * @param server the server to ask next
     * @param isEnough whether to pause, because the collectors have enough to do
     * @param isEnd whether to begin nothing new
     */
    Sender(
            HttpClient client,
            Traffic traffic,
            Supplier<URI> server,
            BooleanSupplier isEnough,
            BooleanSupplier isEnd) {
        this.client = client;
        this.traffic = traffic;
        this.server = server;
        this.isEnough = isEnough;
        this.isEnd = isEnd;
    }

    @Override
    public Void call() throws InterruptedException {
        while (!isEnd.getAsBoolean()) {
            if (isEnough.getAsBoolean()) {
                LockSupport.parkNanos(PAUSE_NANOS);
            } else {
                sendUntilAnswered(traffic.next());
            }
        }
        Optional<Sending> rest = traffic.rest();
        while (rest.isPresent()) {
            sendUntilAnswered(rest.get());
            rest = traffic.rest();
        }
        return null;
    }

    private void sendUntilAnswered(Sending sending) throws InterruptedException {
        Optional<HttpResponse<String>> answer = send(sending);
        while (answer.isEmpty()) {
            traffic.repeat();
            LockSupport.parkNanos(PAUSE_BEFORE_REPEAT_NANOS);
            answer = send(sending);
        }
        traffic.acknowledge(acknowledged(sending, answer.get()));
    }

    /**
     * The answer; empty if the server was killed meanwhile, or says that it is to be asked again.
     */
    private Optional<HttpResponse<String>> send(Sending sending) throws InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(server.get().resolve(sending.path()))
                        .timeout(LONGEST_ANSWER)
                        .POST(BodyPublishers.ofString(sending.body()))
                        .build();
        try {
            return Optional.of(client.send(request, BodyHandlers.ofString()))
                    .filter(answer -> answer.statusCode() != BUSY);
        } catch (IOException killed) {
            return Optional.empty();
        }
    }

    /** The ids that the answer names as taken; a delivery is acknowledged as a whole. */
    private static List<String> acknowledged(Sending sending, HttpResponse<String> answer) {
        List<String> sent =
                sending.generations().stream().map(generation -> generation.id()).toList();
        JsonNode body = JsonMapper.shared().readTree(answer.body());
        List<String> taken =
                switch (answer.statusCode()) {
                    case 202 ->
                            body.path("items")
                                    .valueStream()
                                    .map(item -> item.path("id").asString(""))
                                    .toList();
                    case 200 -> body.path("partialSuccess").isNull() ? sent : List.of();
                    default -> List.of();
                };
        if (!taken.equals(sent)) {
            throw new IllegalStateException(
                    "%s: %s to %s".formatted(answer, answer.body(), sending.body()));
        }
        return taken;
    }
}
