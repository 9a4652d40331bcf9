package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.behaviour.Behaviour;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.counts.RequestCounts;
import io.genledger.adapter.http.simulator.random.SeededRandom;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.script.ScriptException;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.ingest.InputFile;
import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Simulates OpenRouter on this machine. */
@Command(
        name = "simulate",
        description = {
            "Simulate OpenRouter on this machine.",
            "Serves metadata documents by id on loopback until Ctrl-C, then counts the requests.",
            "Every request needs a bearer token. Unknown ids get 404.",
            "A script makes responses slow, late or faulty, one rule a line, for example:",
            "  late 20ms..80ms",
            "  ready recorded                    # 404 at first, for up to 17.8 s as recorded",
            "  limit 100 per 1s retry-after seconds",
            "  status 503 retry-after 2s         when time 10s..15s",
            "  reset                             when 1%%",
            "  status 401                        when requests 5000..",
            "The first rule whose condition holds answers the request. Rules that change an answer,"
                    + " such as late, change the answer of the rules below them."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger simulate --port 8090 --generated 1000 --ids ids.txt --script bad-day.txt"
                    + " &",
            "  genledger track --from ids.txt",
            "  OPENROUTER_API_KEY=any genledger collect --base-url http://127.0.0.1:8090/api/v1"
        })
public final class SimulateCommand implements Callable<Integer> {

    private static final int HIGHEST_PORT = 65_535;

    private final Console console;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "Port to listen on; 0 takes a free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--documents",
            paramLabel = "PATH",
            description =
                    "File or folder with metadata documents to serve. Default: recorded ones that"
                            + " ship with this program.")
    private @Nullable Path path;

    @ArgGroup(exclusive = false, heading = "%nGenerated generations, instead of documents:%n")
    private @Nullable GeneratedOptions generated;

    @Option(
            names = "--key",
            paramLabel = "TOKEN",
            description = "Bearer token to accept; others get 401. Default: any.")
    private @Nullable String key;

    @Option(
            names = "--script",
            paramLabel = "FILE|-",
            description = "Script of rules, one a line, as above; - for standard input.")
    private @Nullable String scriptFile;

    @Option(
            names = "--latency",
            paramLabel = "SPAN",
            description = "Delay of every response: 250ms, or 20ms..80ms at random. Default: none.")
    private @Nullable String latency;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "Seed of random numbers; the same seed gives the same number for each id and"
                            + " attempt. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    public SimulateCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws IOException {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port: expected 0 to " + HIGHEST_PORT + ", found " + port);
        }
        Script script = script();
        SimulatedRecords records = records();
        Behaviour behaviour = script.over(records.serving(), new SeededRandom(seed));
        RequestCounts counts = play(records, behaviour);
        console.note(CountsText.of(counts));
        return ExitCode.OK;
    }

    private RequestCounts play(SimulatedRecords records, Behaviour behaviour) {
        CountDownLatch end = new CountDownLatch(1);
        console.shutdown().onShutdown(end::countDown);
        try (OpenRouterSimulator simulator = start(behaviour, console)) {
            records.announce(console, simulator.baseUri());
            await(end);
            return simulator.counts();
        }
    }

    /** Waits for the end. An interrupt is one, too: it stops a simulator inside another program. */
    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulatedRecords records() throws IOException {
        if (generated != null) {
            if (path != null) {
                throw new UsageException("--documents and --generated cannot be combined");
            }
            return generated.records(seed, console);
        }
        return SimulatedRecords.of(
                path == null
                        ? ShippedDocuments.all()
                        : new DocumentFolder(console::note).read(path, console));
    }

    private Script script() throws IOException {
        try {
            Script late =
                    latency == null ? Script.empty() : Script.parse("--latency", "late " + latency);
            return late.then(scriptFile == null ? Script.empty() : read(scriptFile, console));
        } catch (ScriptException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private static Script read(String name, Console console) throws IOException {
        InputFile file = InputFile.named(name, console);
        try (InputStream stream = file.open()) {
            return Script.parse(
                    file.name(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private OpenRouterSimulator start(Behaviour served, Console console) {
        Behaviour behaviour = key == null ? served : Behaviours.acceptingKey(key, served);
        try {
            return OpenRouterSimulator.start(port, behaviour, console.clock());
        } catch (UncheckedIOException notFree) {
            throw new UsageException("--port: " + notFree.getMessage());
        }
    }

    static Behaviour serving(Map<GenerationId, byte[]> documents) {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        documents.forEach((id, bytes) -> byId.put(id.value(), bytes));
        return Behaviours.documents(byId);
    }
}
