package io.genledger.app.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.json.RecordedDocuments;
import io.genledger.adapter.json.RecordedDocuments.Recorded;
import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.ports.access.Scope;
import io.genledger.ports.access.TokenName;
import io.genledger.ports.queue.admin.QueueQuery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Two servers of one ledger on PostgreSQL: what one was told, the other knows. */
@Timeout(60)
class TwoServersTest {

    private static final String SESSION = "/ledger/v1/session";
    private static final String REPORT = "/ledger/v1/report?last=1d&timezone=UTC";

    @TempDir Path folder;

    private final Recorded recorded = RecordedDocuments.records().getFirst();
    private ServerUnderTest one;
    private ServerUnderTest other;

    @BeforeEach
    void start() throws IOException {
        TestLedger ledger = LedgerEngine.POSTGRESQL.empty(folder);
        one = ServerUnderTest.onLoopback(ledger);
        other = ServerUnderTest.onLoopback(ledger);
    }

    @AfterEach
    void stop() {
        one.close();
        other.close();
    }

    @Test
    void aTokenOfOnePermitsItsScopeOnTheOtherUntilItIsRevoked() {
        assertThat(other.status(other.request(REPORT))).isEqualTo(200);
        String token = one.token("reader", Scope.READ);
        other.advance(Duration.ofSeconds(1));

        assertThat(other.status(other.request(REPORT))).isEqualTo(401);
        assertThat(other.status(withToken(REPORT, token))).isEqualTo(200);

        one.application().accessTokens().revoke(new TokenName("reader"));
        one.token("another", Scope.READ);
        other.advance(Duration.ofSeconds(1));
        assertThat(other.status(withToken(REPORT, token))).isEqualTo(401);
    }

    private HttpRequest.Builder withToken(String path, String token) {
        return other.request(path).header("Authorization", "Bearer " + token);
    }

    @Test
    void aSessionOfOneIsOneOfTheOtherUntilItIsSignedOut() {
        String token = one.token("reader", Scope.READ);
        String cookie =
                one.send(one.post(SESSION, "{\"token\":\"" + token + "\"}"))
                        .headers()
                        .firstValue("Set-Cookie")
                        .orElseThrow()
                        .replaceFirst(";.*", "");
        assertThat(other.status(other.request(REPORT).header("Cookie", cookie))).isEqualTo(200);

        assertThat(
                        one.status(
                                one.request(SESSION)
                                        .header("Cookie", cookie)
                                        .header("Origin", one.origin())
                                        .DELETE()))
                .isEqualTo(204);
        other.advance(Duration.ofSeconds(1));
        assertThat(other.status(other.request(REPORT).header("Cookie", cookie))).isEqualTo(401);
    }

    @Test
    void liveEventsOfOneStateWhatTheOtherRecorded() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient();
                BufferedReader events =
                        new BufferedReader(
                                new InputStreamReader(
                                        client.send(
                                                        one.request("/ledger/v1/live").build(),
                                                        BodyHandlers.ofInputStream())
                                                .body(),
                                        UTF_8))) {
            assertThat(events.readLine()).isEqualTo("event: queue");

            recordByTheOther();

            String event =
                    events.lines()
                            .filter(line -> line.contains(recorded.id().value()))
                            .findFirst()
                            .orElseThrow();
            assertThat(event).startsWith("data: {\"number\":");
        }
    }

    @Test
    void aRequestThatWaitsAtOneIsAnsweredWithWhatTheOtherRecorded() throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            CompletableFuture<HttpResponse<byte[]>> answer =
                    client.sendAsync(
                            one.request("/api/v1/generation?wait=60s&id=" + recorded.id()).build(),
                            BodyHandlers.ofByteArray());
            while (other.application().listPending().list(QueueQuery.OPEN, 0).ids() == 0) {
                Thread.onSpinWait();
            }

            recordByTheOther();

            HttpResponse<byte[]> found = answer.get(30, TimeUnit.SECONDS);
            assertThat(found.statusCode()).isEqualTo(200);
            assertThat(new String(found.body(), UTF_8).strip())
                    .isEqualTo(new String(recorded.bytes(), UTF_8).strip());
        }
    }

    private void recordByTheOther() {
        assertThat(
                        other.status(
                                other.request("/ledger/v1/generations")
                                        .POST(BodyPublishers.ofByteArray(recorded.bytes()))))
                .isEqualTo(202);
    }
}
