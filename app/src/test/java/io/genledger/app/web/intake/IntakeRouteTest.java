package io.genledger.app.web.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.app.LedgerEngine;
import io.genledger.app.web.RunningServer;
import io.genledger.domain.generation.GenerationId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

@ParameterizedClass
@EnumSource(LedgerEngine.class)
class IntakeRouteTest {

    private static final String ROUTE = "/ledger/v1/generations";
    private static final String ONE = "gen-1755676927-0000000000000000000A";
    private static final String TWO = "gen-1755676927-0000000000000000000B";
    private static final String COMPLETION =
            """
            {"id":"%s","object":"chat.completion","created":1755676927,"model":"openai/gpt-4o",\
            "choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1,"total_tokens":2,\
            "cost":0.25}}
            """;

    @TempDir Path folder;
    private final LedgerEngine engine;
    private RunningServer server;

    IntakeRouteTest(LedgerEngine engine) {
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[\"" + ONE + "\", \"" + TWO + "\"]",
                "[\n  \"" + ONE + "\",\n  \"" + TWO + "\"\n]\n",
                ONE + "\n" + TWO,
                "\r\n" + ONE + "\r\n" + TWO + "\r\n" + ONE + "\r\n",
                "\"" + ONE + "\",\n\"" + TWO + "\"\n"
            })
    void idsAreTrackedOnceHoweverOftenTheyAreSent(String body) {
        JsonNode first = accepted(post(body));
        JsonNode again = accepted(post(body));

        assertThat(ids(first)).containsExactly(ONE, TWO);
        assertThat(outcomes(first)).containsExactly("tracked", "tracked");
        assertThat(first.at("/counts/tracked/added").asInt()).isEqualTo(2);
        assertThat(again.at("/counts/tracked/added").asInt()).isZero();
        assertThat(again.at("/counts/tracked/pending").asInt()).isEqualTo(2);
        assertThat(server.json("/ledger/v1/queue").at("/entries")).hasSize(2);
    }

    @Test
    void whatIsNoIdAmongIdsIsRejectedWithItsLineAndKept() {
        JsonNode answer = accepted(post(ONE + "\ngen-1755676927\n" + TWO + "\n"));

        assertThat(outcomes(answer)).containsExactly("tracked", "rejected", "tracked");
        JsonNode rejected = answer.at("/items/1");
        assertThat(rejected.path("line").asInt()).isEqualTo(2);
        assertThat(rejected.path("reason").asString()).contains("'gen-1755676927'");
        assertThat(answer.at("/counts/rejected").asInt()).isOne();
        assertThat(answer.at("/counts/kept").asInt()).isOne();
        assertThat(server.shell().run("quarantine", "list").out())
                .contains("body:2", "expected an id of OpenRouter");
    }

    @Test
    void anArrayThatWasCutOffTracksNothing() {
        HttpResponse<String> answer = post("[\"" + ONE + "\", \"" + TWO);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningServer.json(answer).path("detail").asString()).contains("not closed");
        assertThat(server.json("/ledger/v1/queue").at("/entries")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "application/x-ndjson", "text/csv"})
    void anEmptyBodyIsAProblem(String type) {
        HttpResponse<String> answer = server.send("POST", ROUTE, new byte[0], "Content-Type", type);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(RunningServer.json(answer).path("detail").asString()).contains("empty");
    }

    @Test
    void recordsAreRecordedAsByImport() {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        RecordedDocuments.records()
                .forEach(record -> {
                    body.writeBytes(record.bytes());
                    body.write('\n');
                });
        int records = RecordedDocuments.records().size();

        JsonNode first = accepted(server.send("POST", ROUTE, body.toByteArray()));
        JsonNode again = accepted(server.send("POST", ROUTE, body.toByteArray()));

        assertThat(outcomes(first)).hasSize(records).containsOnly("recorded");
        assertThat(outcomes(again)).hasSize(records).containsOnly("unchanged");
        assertThat(ids(first))
                .containsExactlyInAnyOrderElementsOf(
                        RecordedDocuments.records().stream()
                                .map(record -> record.id().value())
                                .toList());
        assertThat(first.at("/items/0/kind").asString()).isEqualTo("record");
    }

    @Test
    void aGzippedCompletionIsRecordedAndTrackedIfAsked() throws IOException {
        byte[] body = gzip(COMPLETION.formatted(ONE).getBytes(UTF_8));

        JsonNode answer =
                accepted(
                        server.send(
                                "POST",
                                ROUTE + "?track=true&account=acme",
                                body,
                                "Content-Encoding",
                                "gzip",
                                "Content-Type",
                                "application/json"));

        assertThat(outcomes(answer)).containsExactly("recorded");
        assertThat(answer.at("/items/0/kind").asString()).isEqualTo("completion");
        assertThat(answer.at("/counts/provisional").asInt()).isOne();
        assertThat(answer.at("/counts/tracked/added").asInt()).isOne();
        assertThat(server.json(ROUTE + "/" + ONE).path("account").asString()).isEqualTo("acme");
    }

    @Test
    void whatCannotBeReadIsRejectedAndTheRestIsRecorded() {
        JsonNode answer =
                accepted(
                        post(
                                COMPLETION.formatted(ONE)
                                        + "{\"usage\":\"much\"}\n"
                                        + COMPLETION.formatted(TWO)));

        assertThat(outcomes(answer)).containsExactly("recorded", "rejected", "recorded");
        assertThat(answer.at("/items/1/line").asInt()).isEqualTo(2);
        assertThat(answer.at("/counts/kept").asInt()).isOne();
    }

    @Test
    void theActivityCsvIsReadWithAnyContentType() throws IOException {
        byte[] body =
                resource("/io/genledger/adapter/json/field/04-activity-2025-12-22-columns.csv");

        JsonNode answer = accepted(server.send("POST", ROUTE, body, "Content-Type", "text/csv"));

        assertThat(answer.at("/items/0/kind").asString()).isEqualTo("activity");
        assertThat(answer.at("/counts/recorded").asInt()).isPositive();
    }

    @Test
    void anUnknownParameterIsAProblem() {
        HttpResponse<String> answer =
                server.send("POST", ROUTE + "?dry-run=true", ONE.getBytes(UTF_8));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(server.json("/ledger/v1/queue").at("/entries")).isEmpty();
    }

    @Test
    void anAcknowledgedIdIsInTheLedgersFile() {
        accepted(post(ONE));

        assertThat(server.shell().run("pending", "--json").out())
                .contains(new GenerationId(ONE).value());
    }

    private HttpResponse<String> post(String body) {
        return server.send("POST", ROUTE, body.getBytes(UTF_8));
    }

    private static JsonNode accepted(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        return RunningServer.json(answer);
    }

    private static List<String> ids(JsonNode answer) {
        return answer.path("items").valueStream().map(item -> item.path("id").asString()).toList();
    }

    private static List<String> outcomes(JsonNode answer) {
        return answer.path("items")
                .valueStream()
                .map(item -> item.path("outcome").asString())
                .toList();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        }
        return packed.toByteArray();
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream stream = IntakeRouteTest.class.getResourceAsStream(name)) {
            return stream.readAllBytes();
        }
    }
}
