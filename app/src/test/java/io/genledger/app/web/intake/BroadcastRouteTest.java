package io.genledger.app.web.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.LedgerEngine;
import io.genledger.app.cli.Shell;
import io.genledger.app.view.feed.BroadcastStatusView;
import io.genledger.app.web.RunningServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
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
class BroadcastRouteTest {

    private static final String ROUTE = "/ledger/v1/broadcast";
    private static final String ID = "gen-1790606294-sdYHTGXUVyDKWCLqX5Op";

    @TempDir Path folder;
    private final LedgerEngine engine;
    private RunningServer server;

    BroadcastRouteTest(LedgerEngine engine) {
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
    @ValueSource(strings = {"POST", "PUT"})
    void aDeliveryIsRecordedOnceHoweverOftenItComes(String method) throws IOException {
        byte[] delivery = delivery();

        JsonNode first = succeeded(send(method, delivery));
        JsonNode again = succeeded(send(method, delivery));

        assertThat(first.path("partialSuccess").isNull()).isTrue();
        assertThat(again).isEqualTo(first);
        assertThat(server.json("/ledger/v1/generations/" + ID).path("id").asString()).isEqualTo(ID);
        JsonNode known =
                RunningServer.json(server.send("POST", "/ledger/v1/generations", delivery));
        assertThat(known.path("items").valueStream().map(item -> item.path("outcome").asString()))
                .contains("unchanged")
                .doesNotContain("recorded", "tracked");
        assertThat(server.json(ROUTE).path("lastDelivery").asString())
                .isEqualTo("2026-11-23T12:00:00.000Z");
        assertThat(server.json(ROUTE).path("note").isNull()).isTrue();
    }

    @Test
    void aGzippedDeliveryIsRead() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(delivery());
        }

        succeeded(
                server.send(
                        "POST",
                        ROUTE,
                        packed.toByteArray(),
                        "Content-Encoding",
                        "gzip",
                        "Content-Type",
                        "application/json"));

        assertThat(server.json("/ledger/v1/generations/" + ID).path("id").asString()).isEqualTo(ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{}", " { }\n", "{\"resourceSpans\":[]}"})
    void aTestOfTheConnectionSucceedsAndIsNoDelivery(String body) {
        succeeded(
                server.send(
                        "POST",
                        ROUTE,
                        body.getBytes(UTF_8),
                        "X-Test-Connection",
                        "true",
                        "Content-Type",
                        "application/json"));

        assertThat(server.json(ROUTE).path("lastDelivery").isNull()).isTrue();
        assertThat(server.json(ROUTE).path("note").asString())
                .startsWith("no delivery was received yet")
                .contains("sampling");
    }

    @Test
    void whatCannotBeReadIsKeptAndSaid() {
        JsonNode answer = succeeded(send("POST", "{\"resourceSpans\":[{]}".getBytes(UTF_8)));

        assertThat(answer.at("/partialSuccess/rejectedSpans").asInt()).isOne();
        assertThat(answer.at("/partialSuccess/errorMessage").asString())
                .startsWith("line 1: expected");
        assertThat(server.shell().run("quarantine", "list").out()).contains("body");
        assertThat(server.json(ROUTE).path("lastDelivery").isNull()).isTrue();
    }

    @Test
    void whatIsTooLongToBeKeptIsNotAcknowledged() {
        String tooLong = "{\"resourceSpans\":[{" + " ".repeat(70_000) + "]}";

        assertThat(send("POST", tooLong.getBytes(UTF_8)).statusCode()).isEqualTo(422);
    }

    @Test
    void aLongSilenceIsExplained() {
        BroadcastStatusView status =
                BroadcastStatusView.of(Optional.of(Shell.NOW.minusSeconds(7200)), Shell.NOW);

        assertThat(status.ageMs()).contains(Duration.ofHours(2));
        assertThat(status.note().orElseThrow())
                .startsWith("no delivery for 2 h; besides a fault")
                .contains("sampling", "filter");
    }

    private HttpResponse<String> send(String method, byte[] body) {
        return server.send(method, ROUTE, body, "Content-Type", "application/json");
    }

    private static JsonNode succeeded(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return RunningServer.json(answer);
    }

    private static byte[] delivery() throws IOException {
        try (InputStream stream =
                BroadcastRouteTest.class.getResourceAsStream(
                        "/io/genledger/adapter/json/field/07-broadcast-three-spans.ndjson")) {
            return stream.readAllBytes();
        }
    }
}
