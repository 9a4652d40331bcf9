package io.genledger.app.web.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.app.LedgerEngine;
import io.genledger.app.TestLedger;
import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.ports.usecase.maintain.AssignColours;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a team has after eight weeks: generations of many kinds, an expensive Tuesday, open ids. */
final class GeneratedLedger {

    /** The most expensive generation of the Tuesday. */
    static final String DEAREST = "gen-1794913021-TuesdayTuesdayTuesd1";

    static final String DEAREST_MODEL = "anthropic/claude-opus-4.1";

    private static final int COUNT = 800;
    private static final Duration SPAN = Duration.ofDays(56);

    static final GeneratedGenerations GENERATED =
            new GeneratedGenerations(7, COUNT, Shell.NOW.minus(SPAN), SPAN.dividedBy(COUNT));

    private static @Nullable Path filled;

    private GeneratedLedger() {}

    /** A server over a copy of the ledger, which is filled once for all tests. */
    static RunningServer serve(Path folder) throws IOException {
        if (filled == null) {
            Path first = Files.createTempDirectory("generated-ledger");
            try (RunningServer server = new RunningServer(first)) {
                fill(server);
            }
            filled = Path.of(LedgerEngine.SQLITE.empty(first).location());
        }
        TestLedger copy = LedgerEngine.SQLITE.empty(folder);
        Files.copy(filled, Path.of(copy.location()));
        return new RunningServer(copy, folder);
    }

    private static void fill(RunningServer server) {
        server.record(
                Stream.concat(
                                GENERATED.stream().map(GeneratedGeneration::document),
                                Stream.of(
                                        record(DEAREST, 7, "6.123456789"),
                                        record("gen-1794912901-TuesdayTuesdayTuesd2", 5, "3.5")))
                        .toArray(byte[][]::new));
        for (int number = 100; number < 102; number++) {
            send(server, completion(number));
        }
        send(server, "gen-1795430000-PendingPendingPendin\n");
        AssignColours.DIMENSIONS.forEach(server.application().assignColours()::assign);
    }

    private static byte[] record(String id, int minute, String usage) {
        return """
        {"data":{"id":"%s","created_at":"2026-11-17T10:5%d:01.250Z","model":"%s","provider_name":"Anthropic",\
        "usage":%s,"total_cost":%4$s,"is_byok":false,"upstream_inference_cost":0,"streamed":true,"cancelled":false,\
        "native_tokens_prompt":1800000,"native_tokens_completion":31000,"tokens_prompt":1700000,"tokens_completion":30000,\
        "latency":2400,"generation_time":61000,"external_user":"nightly-batch","session_id":"tuesday-night",\
        "finish_reason":"stop","provider_responses":[{"status":429,"provider_name":"Google","latency":800},\
        {"status":200,"provider_name":"Anthropic","latency":1600}]}}\
        """
                .formatted(id, minute, DEAREST_MODEL, usage)
                .getBytes(UTF_8);
    }

    private static String completion(int number) {
        return """
        {"id":"gen-1795432%d-ProvisionalProvision","object":"chat.completion","created":1795432%1$d,\
        "model":"openai/gpt-5","choices":[],\
        "usage":{"prompt_tokens":120,"completion_tokens":30,"total_tokens":150,"cost":0.00045}}\
        """
                .formatted(number);
    }

    /** Sends ids or a completion to the server, as a team's service does. */
    static void send(RunningServer server, String body) {
        int status =
                server.send("POST", "/ledger/v1/generations", body.getBytes(UTF_8)).statusCode();
        if (status != 202) {
            throw new IllegalStateException("answered with " + status + ": " + body);
        }
    }
}
