package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.OpenRouterSimulator;
import io.genledger.adapter.http.simulator.RequestCounts;
import io.genledger.adapter.http.simulator.chance.Draw;
import io.genledger.adapter.http.simulator.script.Script;
import io.genledger.adapter.http.simulator.script.ScriptException;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.Parent;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.ingest.InputFile;
import io.genledger.app.cli.render.CountsText;
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
import picocli.CommandLine.ParentCommand;

/** Plays OpenRouter on this machine. */
@Command(
        name = "simulate",
        description = {
            "Plays OpenRouter on loopback: serves metadata documents by id, until Ctrl-C; then says"
                    + " what it was asked.",
            "It wants a bearer token, and answers 404 for ids it does not know.",
            "A script makes it slow, late or broken, one rule a line, for example:",
            "  late 20ms..80ms",
            "  ready recorded                    # 404 for up to 17.8 s, as was seen",
            "  limit 100 per 1s retry-after seconds",
            "  status 503 retry-after 2s         when time 10s..15s",
            "  reset                             when 1%%",
            "  status 401                        when requests 5000..",
            "The first rule that answers a request decides; rules that only change an answer change"
                    + " what the rules below say."
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

    @ParentCommand private @Nullable GenledgerCommand root;

    @Option(
            names = "--port",
            paramLabel = "P",
            description = "The port to listen on; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port;

    @Option(
            names = "--documents",
            paramLabel = "PATH",
            description =
                    "A file or folder of metadata documents to serve. Default: real ones that"
                            + " ship with this program.")
    private @Nullable Path path;

    @ArgGroup(exclusive = false, heading = "%nGenerated generations, in place of documents:%n")
    private @Nullable GeneratedOptions generated;

    @Option(
            names = "--key",
            paramLabel = "TOKEN",
            description = "The only bearer token to accept. Default: any.")
    private @Nullable String key;

    @Option(
            names = "--script",
            paramLabel = "FILE|-",
            description = "How to behave, one rule a line; see above.")
    private @Nullable String scriptFile;

    @Option(
            names = "--latency",
            paramLabel = "SPAN",
            description = "How late every answer comes: 250ms, 20ms..80ms. Default: not at all.")
    private @Nullable String latency;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description =
                    "What is left to chance is drawn from it, for each id and attempt. Default:"
                            + " ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port is 0 to " + HIGHEST_PORT + ", not " + port);
        }
        Script script = script(program.environment());
        SimulatedRecords records = records(program);
        Behaviour behaviour = script.over(records.serving(), new Draw(seed));
        RequestCounts counts = play(program, records, behaviour);
        if (program.printsJson()) {
            program.print(CountsText.json(counts));
        } else {
            program.note(CountsText.sentence(counts));
        }
        return ExitCode.OK;
    }

    private RequestCounts play(
            GenledgerCommand program, SimulatedRecords records, Behaviour behaviour) {
        CountDownLatch end = new CountDownLatch(1);
        program.environment().interruption().onInterrupt(end::countDown);
        try (OpenRouterSimulator simulator = start(behaviour, program.environment())) {
            records.announce(program, simulator.baseUri());
            await(end);
            return simulator.counts();
        }
    }

    /** An interruption ends the command where others run it. */
    private static void await(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private SimulatedRecords records(GenledgerCommand program) throws IOException {
        if (generated != null) {
            if (path != null) {
                throw new UsageException("expected either --documents or --generated");
            }
            return generated.records(seed, program);
        }
        return SimulatedRecords.of(
                path == null
                        ? ShippedDocuments.all()
                        : new DocumentFolder(program::note).read(path, program.environment()));
    }

    private Script script(Console environment) throws IOException {
        try {
            Script late =
                    latency == null ? Script.empty() : Script.parse("--latency", "late " + latency);
            return late.then(scriptFile == null ? Script.empty() : read(scriptFile, environment));
        } catch (ScriptException wrong) {
            throw new UsageException(String.valueOf(wrong.getMessage()));
        }
    }

    private static Script read(String name, Console environment) throws IOException {
        InputFile file = InputFile.named(name, environment);
        try (InputStream stream = file.open()) {
            return Script.parse(
                    file.name(), new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private OpenRouterSimulator start(Behaviour served, Console environment) {
        Behaviour behaviour = key == null ? served : Behaviours.acceptingKey(key, served);
        try {
            return OpenRouterSimulator.start(port, behaviour, environment.clock());
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
