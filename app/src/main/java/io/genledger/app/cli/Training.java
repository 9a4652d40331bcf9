package io.genledger.app.cli;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.simulate.ShippedDocuments;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Runs the everyday commands once, so that the build can write down which classes they need: the
 * start-up cache of the distribution.
 */
public final class Training {

    private Training() {}

    /** Trains in a temporary folder, which it removes. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("genledger-training-");
        try {
            train(folder);
        } finally {
            remove(folder);
        }
    }

    private static void train(Path folder) throws IOException {
        String ledger = folder.resolve("ledger.db").toString();
        Path file = folder.resolve("generation.json");
        Files.write(file, ShippedDocuments.all().values().iterator().next());
        List<List<String>> commands =
                List.of(
                        List.of("--db", ledger, "demo"),
                        List.of("--db", ledger, "track", "--from", file.toString()),
                        List.of("--db", ledger, "pending"),
                        List.of("--db", ledger, "import", file.toString()),
                        List.of("--db", ledger, "report", "--by", "day,model"),
                        List.of("--db", ledger, "--json", "report"));
        for (List<String> command : commands) {
            int exitCode = Main.run(silence(), command.toArray(String[]::new));
            if (exitCode != ExitCode.OK) {
                throw new IllegalStateException(command + " ended with " + exitCode);
            }
        }
    }

    private static Console silence() {
        PrintStream nowhere =
                new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        return new Console(
                Map.of(),
                InputStream.nullInputStream(),
                nowhere,
                nowhere,
                Application.machine(),
                Optional.of(120),
                false,
                "genledger",
                new ShutdownSignals());
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
