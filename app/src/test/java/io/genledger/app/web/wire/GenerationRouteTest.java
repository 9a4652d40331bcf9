package io.genledger.app.web.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.app.LedgerEngine;
import io.genledger.app.web.RunningServer;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.queue.admin.QueueQuery;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@EnumSource(LedgerEngine.class)
class GenerationRouteTest {

    private static final String PATH = "/api/v1/generation?id=";
    private static final String UNKNOWN = "gen-1755676927-0000000000000000000A";

    @TempDir Path folder;

    private final Recorded recorded =
            RecordedDocuments.all().stream()
                    .filter(each -> each.kind() == RecordedDocuments.Kind.RECORD)
                    .findFirst()
                    .orElseThrow();
    private final LedgerEngine engine;
    private RunningServer server;

    GenerationRouteTest(LedgerEngine engine) {
        this.engine = engine;
    }

    @BeforeEach
    void start() {
        server = new RunningServer(engine, folder);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aRecordIsAnsweredByteForByte() {
        server.record(recorded.bytes());

        HttpResponse<byte[]> answer = server.bytes(PATH + recorded.id());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(new String(answer.body(), StandardCharsets.UTF_8).strip())
                .isEqualTo(new String(recorded.bytes(), StandardCharsets.UTF_8).strip());
    }

    @Test
    void aRecordThatTheClientHasIsNotSentAgain() {
        server.record(recorded.bytes());
        String tag = server.get(PATH + recorded.id()).headers().firstValue("etag").orElseThrow();

        HttpResponse<String> again =
                server.get(PATH + recorded.id(), "If-None-Match", "\"other\", " + tag);

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.headers().firstValue("etag")).hasValue(tag);
        assertThat(server.get(PATH + recorded.id(), "If-None-Match", "\"other\"").statusCode())
                .isEqualTo(200);
    }

    @Test
    void anUnknownIdIsAnsweredAsOpenRouterDoesAndTracked() {
        HttpResponse<String> answer = server.get(PATH + UNKNOWN);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(answer.body())
                .isEqualTo(
                        "{\"error\":{\"message\":\"Generation %s not found\",\"code\":404}}"
                                .formatted(UNKNOWN));
        assertThat(pending()).isEqualTo(1);
    }

    @Test
    void anIdThatOpenRouterNeverFormsIsNotTracked() {
        assertThat(server.get(PATH + "hello").statusCode()).isEqualTo(404);
        assertThat(pending()).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/generation",
                "/api/v1/generation?id=",
                "/api/v1/generation?id=gen%201",
                PATH + UNKNOWN + "&wait=2m",
                PATH + UNKNOWN + "&wait=soon",
                PATH + UNKNOWN + "&complete=perhaps",
                PATH + UNKNOWN + "&hurry=true"
            })
    void aRequestThatCannotBeAnsweredIsRefusedInOpenRoutersForm(String path) {
        HttpResponse<String> answer = server.get(path);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningServer.json(answer).path("error").path("code").asInt()).isEqualTo(400);
        assertThat(RunningServer.json(answer).path("error").path("message").asString())
                .isNotBlank()
                .doesNotContain("--");
        assertThat(pending()).isZero();
    }

    @Test
    void aWaitingRequestIsAnsweredAsSoonAsTheRecordIsThere() throws Exception {
        CompletableFuture<HttpResponse<String>> answer =
                server.getAsync(PATH + recorded.id() + "&wait=60s");
        while (pending() == 0) {
            Thread.onSpinWait();
        }

        server.record(recorded.bytes());

        assertThat(answer.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }

    @Test
    void aWaitEndsWhenTheServerStops() {
        CompletableFuture<HttpResponse<String>> answer =
                server.getAsync(PATH + UNKNOWN + "&wait=60s");
        while (pending() == 0) {
            Thread.onSpinWait();
        }

        server.close();

        // A stop that waited for the request would have cut off its answer.
        assertThat(answer)
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(last -> assertThat(last.statusCode()).isEqualTo(404));
    }

    @Test
    void aWaitEndsWithoutARecord() {
        assertThat(server.getAsync(PATH + UNKNOWN + "&wait=300ms"))
                .succeedsWithin(Duration.ofSeconds(30))
                .satisfies(answer -> assertThat(answer.statusCode()).isEqualTo(404));
    }

    @Test
    void provisionalFiguresAreNoRecord() {
        server.record(
                """
                {"id":"%s","object":"chat.completion","model":"a/b","usage":{"cost":0.5}}\
                """
                        .formatted(UNKNOWN)
                        .getBytes(StandardCharsets.UTF_8));

        assertThat(server.get(PATH + UNKNOWN).statusCode()).isEqualTo(404);
    }

    @Test
    void aCompleteRecordHasEachDocumentedField() {
        server.record(recorded.bytes());

        HttpResponse<String> answer = server.get(PATH + recorded.id() + "&complete=true");

        for (MetadataField field : MetadataField.values()) {
            assertThat(RunningServer.json(answer).path("data").has(field.wireName()))
                    .as(field.wireName())
                    .isTrue();
        }
    }

    @Test
    void aLookUpBeyondTheLimitIsRefusedUntilIdsAreCollected() throws SQLException {
        Set<GenerationId> many =
                IntStream.range(0, 100_000)
                        .mapToObj("gen-1755676927-%020d"::formatted)
                        .map(GenerationId::new)
                        .collect(Collectors.toSet());
        server.application().pending().track(many, Instant.EPOCH);
        server.sql("update tracked set looked_up = true");

        HttpResponse<String> refused = server.get(PATH + UNKNOWN);

        assertThat(refused.statusCode()).isEqualTo(429);
        assertThat(RunningServer.json(refused).path("error").path("code").asInt()).isEqualTo(429);
        assertThat(pending()).isEqualTo(100_000);
    }

    private long pending() {
        return server.application().listPending().list(QueueQuery.OPEN, 0).ids();
    }

    @Test
    void everyFailureBelowThePathIsInOpenRoutersForm() {
        assertThat(
                        server.application()
                                .createToken()
                                .create(new TokenName("team"), Scope.READ, Optional.empty()))
                .isPresent();
        HttpResponse<String> denied =
                server.get(PATH + UNKNOWN, "Authorization", "Bearer sk-or-v1-of-openrouter");
        HttpResponse<String> nothing = server.get("/api/v1/credits");

        assertThat(denied.statusCode()).isEqualTo(401);
        assertThat(denied.headers().firstValue("content-type")).hasValue("application/json");
        assertThat(denied.body())
                .startsWith("{\"error\":{\"message\":\"the token is unknown")
                .endsWith("\"code\":401}}");
        assertThat(nothing.statusCode()).isEqualTo(404);
        assertThat(nothing.body()).startsWith("{\"error\":{").endsWith("\"code\":404}}");
    }
}
