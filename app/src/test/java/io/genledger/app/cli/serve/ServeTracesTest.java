package io.genledger.app.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.trace.Traces;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Traces of a server, and a collector of OpenTelemetry that receives them. */
class ServeTracesTest {

    private static final String ID = "gen-1731289055-7lM7yhtp335znp1qegkj";
    private static final String KEY = "sk-or-v1-0123456789abcdef";
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

    @TempDir private Path folder;

    @Test
    void sendsSpansOfRequestsAndFetchesWithoutIdsOrKeys() throws Exception {
        new Shell(folder.resolve("ledger.db")).run("track", ID);
        try (Receiver router = new Receiver(404);
                Receiver collector = new Receiver(200);
                ServeProcess server =
                        new ServeProcess(
                                folder,
                                Map.of(
                                        "OPENROUTER_API_KEY",
                                        KEY,
                                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                                        collector.url(),
                                        "OTEL_EXPORTER_OTLP_HEADERS",
                                        "x-team=genledger"),
                                "--base-url",
                                router.url() + "/api/v1")) {
            router.await();
            int status =
                    server.status(
                            "/ledger/v1/generations/" + ID + "/why",
                            "traceparent",
                            "00-" + TRACE + "-00f067aa0ba902b7-01");
            assertThat(server.terminate()).isEqualTo(ExitCode.OK);

            assertThat(status).isEqualTo(404);
            StringBuilder all = new StringBuilder();
            for (Receiver.Received sent : collector.rest()) {
                assertThat(sent.path()).isEqualTo("/v1/traces");
                assertThat(sent.header("Content-Type")).isEqualTo("application/x-protobuf");
                assertThat(sent.header("x-team")).isEqualTo("genledger");
                all.append(sent.text());
            }
            String trace = new String(HexFormat.of().parseHex(TRACE), StandardCharsets.ISO_8859_1);
            assertThat(all)
                    .contains("GET /ledger/v1/generations/{id}/why")
                    .contains("http.response.status_code")
                    .contains(trace)
                    .contains("fetch generation")
                    .contains("genledger.fetch.outcome", "unavailable")
                    .doesNotContain(ID, KEY);
        }
    }

    @Test
    void saysThatNoCollectorTakesTheSpansAndServes() throws Exception {
        try (Receiver closed = new Receiver(400);
                ServeProcess server =
                        new ServeProcess(
                                folder,
                                Map.of(
                                        "OTEL_EXPORTER_OTLP_ENDPOINT",
                                        closed.url(),
                                        "OTEL_BSP_SCHEDULE_DELAY",
                                        "10"))) {
            assertThat(server.status("/health/live", "X-Nothing", "none")).isEqualTo(200);

            assertThat(server.awaitLine("traces-undelivered")).contains("\"level\":\"warn\"");
            assertThat(server.status("/health/live", "X-Nothing", "none")).isEqualTo(200);
        }
    }

    @Test
    void withoutAnEndpointThereAreNoTraces() {
        assertThat(Traces.of(name -> Optional.empty(), event -> {}, InstantSource.system()))
                .isSameAs(Traces.OFF);
    }
}
