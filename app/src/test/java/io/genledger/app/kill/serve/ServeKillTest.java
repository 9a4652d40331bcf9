package io.genledger.app.kill.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.LedgerEngine;
import io.genledger.app.kill.KillLedger;
import io.genledger.domain.generation.GenerationId;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The short version of what {@code KillRun} does: nothing that a server acknowledged is lost. */
@Timeout(300)
class ServeKillTest {

    private static final String FAULTS =
            """
            late 2ms..20ms
            limit 1500 per 2s retry-after seconds
            status 503 retry-after 1s    when 0.1%
            status 500                   when 1%
            reset                        when 1%
            truncate 200                 when 1%
            """;

    private static final String ID = "gen-1755676927-0000000000000000000A";
    private static final String UPLOAD =
            "POST /ledger/v1/generations HTTP/1.1\r\nHost: localhost\r\n"
                    + "Expect: 100-continue\r\nContent-Length: 99\r\n\r\n";

    @TempDir private Path folder;

    @ParameterizedTest
    @EnumSource
    void nothingThatAServerAcknowledgedIsLost(LedgerEngine engine) throws Exception {
        assertNothingIsLost(engine, 2, false);
    }

    @ParameterizedTest
    @EnumSource
    void aStopUnderLoadLosesNothingAndEndsRunningRequests(LedgerEngine engine) throws Exception {
        assertNothingIsLost(engine, 1, true);
    }

    private void assertNothingIsLost(LedgerEngine engine, int kills, boolean gracefully)
            throws Exception {
        ServePlan plan =
                new ServePlan(
                        1,
                        16,
                        kills,
                        gracefully,
                        Duration.ZERO,
                        100,
                        400,
                        true,
                        Duration.ofSeconds(1),
                        20261130,
                        FAULTS);
        KillLedger ledger = new KillLedger(engine.empty(folder).location());

        ServeResult result = new ServeHarness(plan, ledger, folder, System.out::println).run();

        assertThat(result.isSound()).as(result.toString()).isTrue();
        assertThat(result.repeated()).isPositive();
        System.out.println(engine + ": " + result);
    }

    /** An upload without an end and an OpenRouter without an answer hold a stop up together. */
    @Test
    void aStopEndsInTimeThoughAClientAndOpenRouterAreSilent() throws Exception {
        KillLedger ledger = KillLedger.in(folder);
        try (LedgerDatabase database = ledger.open()) {
            database.pending().track(Set.of(new GenerationId(ID)), Instant.now());
        }
        try (OpenRouterSimulator silent =
                OpenRouterSimulator.start(
                        Script.parse("faults", "silence")
                                .over(Behaviours.documents(Map.of()), new SeededRandom(1)))) {
            ServedVictim server =
                    ServedVictim.start(folder, ledger, "--base-url", silent.baseUri().toString());
            try (Socket client =
                    new Socket(InetAddress.getLoopbackAddress(), server.url().getPort())) {
                client.getOutputStream().write(UPLOAD.getBytes(UTF_8));
                assertThat(client.getInputStream().readNBytes(12)).asString().endsWith("100");
                while (silent.requests() == 0) {
                    Thread.onSpinWait();
                }

                assertThat(server.terminate()).as(server.output()).isZero();
            } finally {
                server.close();
            }
        }
    }
}
