package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.reply.Reply;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.testkit.GenerationSourceContract;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpGenerationSourceTest extends GenerationSourceContract {

    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final String KEY = "sk-or-v1-known";

    private final List<AutoCloseable> opened = new ArrayList<>();
    private final OpenRouterSimulator openRouter = started(documents());

    @AfterEach
    void closeAll() throws Exception {
        for (AutoCloseable resource : opened) {
            resource.close();
        }
    }

    @Override
    protected GenerationSource source() {
        return asking(openRouter, KEY);
    }

    @Override
    protected GenerationSource unreachableSource() {
        openRouter.close();
        return asking(openRouter, KEY);
    }

    @Override
    protected GenerationSource refusingSource() {
        return asking(openRouter, "sk-or-v1-other");
    }

    @Test
    void aDocumentCarriesTheTimeOfItsReceipt() {
        assertThat(source().fetch(KNOWN))
                .isInstanceOfSatisfying(
                        FetchOutcome.Found.class,
                        found -> assertThat(found.document().receivedAt()).isEqualTo(NOW));
    }

    @Test
    void anUnknownIdKeepsOpenRoutersMessage() {
        assertThat(source().fetch(UNKNOWN))
                .isEqualTo(
                        new FetchOutcome.NotFound(UNKNOWN, "Generation " + UNKNOWN + " not found"));
    }

    @Test
    void aFetchIsOneRequest() {
        source().fetch(KNOWN);

        assertThat(openRouter.requests()).isEqualTo(1);
    }

    @Test
    void aTrailingSlashOfTheBaseUrlIsAccepted() {
        var base = URI.create(openRouter.baseUri() + "/");

        assertThat(opened(HttpSourceSettings.DEFAULT.withBase(base), KEY).fetch(KNOWN))
                .isInstanceOf(FetchOutcome.Found.class);
    }

    @Test
    void connectionsAreReused() {
        GenerationSource source = opened(settings(openRouter).withMaxConnections(1), KEY);

        for (int i = 0; i < 50; i++) {
            assertThat(source.fetch(KNOWN)).isInstanceOf(FetchOutcome.Found.class);
        }
    }

    @Test
    void concurrentFetchesReceiveTheirOwnDocuments() throws Exception {
        OpenRouterSimulator echo = started(request -> Reply.document(request.id().getBytes(UTF_8)));
        GenerationSource source = asking(echo, KEY);
        List<Future<String>> answers = new ArrayList<>();
        try (ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 64 * 20; i++) {
                GenerationId id = new GenerationId("gen-" + i);
                answers.add(callers.submit(() -> bodyOf(source.fetch(id))));
            }
        }

        for (int i = 0; i < answers.size(); i++) {
            assertThat(answers.get(i).get()).isEqualTo("gen-" + i);
        }
    }

    private static String bodyOf(FetchOutcome outcome) {
        return outcome.fold(
                found -> new String(found.document().bytes(), UTF_8),
                FetchOutcome.NotFound::message,
                FetchOutcome.Rejected::message);
    }

    private static Behaviour documents() {
        return Behaviours.acceptingKey(
                KEY,
                Behaviours.documents(
                        Map.of(KNOWN.value(), KNOWN_BODY, AWKWARD.value(), KNOWN_BODY)));
    }

    private OpenRouterSimulator started(Behaviour behaviour) {
        OpenRouterSimulator simulator = OpenRouterSimulator.start(behaviour);
        opened.add(simulator);
        return simulator;
    }

    private GenerationSource asking(OpenRouterSimulator server, String key) {
        return opened(settings(server), key);
    }

    private GenerationSource opened(HttpSourceSettings settings, String key) {
        HttpGenerationSource source =
                new HttpGenerationSource(new ApiKey(key), settings, InstantSource.fixed(NOW));
        opened.add(source);
        return source;
    }

    private static HttpSourceSettings settings(OpenRouterSimulator server) {
        return HttpSourceSettings.DEFAULT.withBase(server.baseUri());
    }
}
