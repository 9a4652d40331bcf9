package io.genledger.app.cli;

import io.genledger.adapter.http.simulator.Behaviour;
import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.OpenRouterSimulator;
import io.genledger.app.cli.text.JsonText;
import io.genledger.app.cli.text.Printable;
import io.genledger.domain.generation.GenerationId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Plays OpenRouter on this machine. */
@Command(
        name = "simulate",
        description = {
            "Plays OpenRouter on loopback: serves metadata documents by id, until Ctrl-C.",
            "It wants a bearer token, and answers 404 for ids it does not know."
        },
        footerHeading = "%nExample:%n",
        footer = {
            "  genledger simulate --port 8090 &",
            "  OPENROUTER_API_KEY=any genledger collect --base-url http://127.0.0.1:8090/api/v1"
        })
final class SimulateCommand implements Callable<Integer> {

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

    @Option(
            names = "--key",
            paramLabel = "TOKEN",
            description = "The only bearer token to accept. Default: any.")
    private @Nullable String key;

    @Override
    public Integer call() throws IOException {
        GenledgerCommand program = Parent.of(root);
        if (port < 0 || port > HIGHEST_PORT) {
            throw new UsageException("--port is 0 to " + HIGHEST_PORT + ", not " + port);
        }
        Map<GenerationId, byte[]> documents =
                path == null
                        ? ShippedDocuments.all()
                        : new DocumentFolder(program::note).read(path, program.environment());
        try (OpenRouterSimulator simulator = start(documents)) {
            announce(program, simulator, documents.size());
            awaitTheEnd();
        }
        return ExitCode.OK;
    }

    /** Ctrl-C ends the process; an interruption ends the command where others run it. */
    private static void awaitTheEnd() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private OpenRouterSimulator start(Map<GenerationId, byte[]> documents) {
        Behaviour serving = serving(documents);
        Behaviour behaviour = key == null ? serving : Behaviours.acceptingKey(key, serving);
        try {
            return OpenRouterSimulator.start(port, behaviour);
        } catch (UncheckedIOException notFree) {
            throw new UsageException("--port: " + notFree.getMessage());
        }
    }

    static Behaviour serving(Map<GenerationId, byte[]> documents) {
        Map<String, byte[]> byId = new LinkedHashMap<>();
        documents.forEach((id, bytes) -> byId.put(id.value(), bytes));
        return Behaviours.documents(byId);
    }

    private static void announce(
            GenledgerCommand program, OpenRouterSimulator simulator, int documents) {
        if (program.printsJson()) {
            program.print(
                    JsonText.object()
                            .put("baseUrl", simulator.baseUri().toString())
                            .put("generations", documents));
        } else {
            program.print(
                    "Playing OpenRouter at %s with %,d generations; Ctrl-C ends it."
                            .formatted(Printable.of(simulator.baseUri().toString()), documents));
        }
    }
}
