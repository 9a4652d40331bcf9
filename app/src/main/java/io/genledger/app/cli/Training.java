package io.genledger.app.cli;

import io.genledger.app.Application;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ExitCode;
import io.genledger.app.cli.console.ShutdownSignals;
import io.genledger.app.cli.simulate.ShippedDocuments;
import io.genledger.domain.generation.GenerationId;
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
 * Runs everyday commands once, while the JVM records which classes they load for a start-up cache.
 * Each kind of run has a cache of its own, because the JVM loads all classes of a cache at the
 * start.
 */
public final class Training {

    private static final List<List<String>> TALK =
            List.of(List.of("--version"), List.of("--help"), List.of("report", "--help"));

    private static final List<List<String>> NETWORK = List.of(List.of("demo"));

    private Training() {}

    /**
     * Trains in a temporary folder, which it removes.
     *
     * @param arguments the kind of run: {@code talk}, {@code ledger}, {@code network} or {@code
     *     serve}
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("genledger-training-");
        try {
            String ledger = folder.resolve("ledger.db").toString();
            switch (arguments[0]) {
                case "talk" -> train(ledger, TALK);
                case "ledger" -> train(ledger, ledgerCommands(folder));
                case "network" -> train(ledger, NETWORK);
                case "serve" -> ServeTraining.run(ledger);
                default -> throw new IllegalArgumentException("no such kind: " + arguments[0]);
            }
        } finally {
            remove(folder);
        }
    }

    private static List<List<String>> ledgerCommands(Path folder) throws IOException {
        Map.Entry<GenerationId, byte[]> document =
                ShippedDocuments.all().entrySet().iterator().next();
        String file = Files.write(folder.resolve("one.json"), document.getValue()).toString();
        String id = document.getKey().value();
        return List.of(
                List.of("track", "--from", file),
                List.of("pending"),
                List.of("import", file),
                List.of("report", "--by", "day,model"),
                List.of("report", "--json"),
                List.of("list"),
                List.of("status", "--statusline"),
                List.of("show", id),
                List.of("why", id));
    }

    private static void train(String ledger, List<List<String>> commands) {
        for (List<String> command : commands) {
            String[] words =
                    Stream.concat(command.stream(), Stream.of("--db", ledger))
                            .toArray(String[]::new);
            int exitCode = Main.run(console(discarded()), words);
            if (exitCode != ExitCode.OK) {
                throw new IllegalStateException(command + " ended with " + exitCode);
            }
        }
    }

    private static PrintStream discarded() {
        return new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    }

    /** A console of a terminal whose output is discarded. */
    static Console console(PrintStream err) {
        return new Console(
                Map.of(),
                InputStream.nullInputStream(),
                discarded(),
                err,
                Application.runtime(),
                Optional.of(120),
                true,
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
