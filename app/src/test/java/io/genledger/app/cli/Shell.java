package io.genledger.app.cli;

import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.ShutdownSignals;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs commands in this JVM as a user would in a shell, with a ledger of its own. */
public final class Shell {

    /** A moment long after all recorded documents. */
    public static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

    private final String ledger;
    private Path folder;
    private final Map<String, String> variables = new HashMap<>();
    private byte[] input = {};
    private Optional<Integer> columns = Optional.empty();
    private boolean watched;
    private String program = "genledger";
    private ShutdownSignals shutdown = new ShutdownSignals();
    private final FastTime time = new FastTime(NOW);

    public Shell(Path ledger) {
        this(ledger.toString(), ledger.resolveSibling("working folder"));
    }

    /**
     * @param ledger as {@code --db} takes it
     */
    public Shell(String ledger, Path workingFolder) {
        this.ledger = ledger;
        this.folder = workingFolder;
        variables.put("XDG_CONFIG_HOME", folder.resolve("no configs").toAbsolutePath().toString());
    }

    /** What a command left behind. */
    public record Result(int exitCode, ByteArrayOutputStream data, String err) {

        byte[] stdout() {
            return data.toByteArray();
        }

        public String out() {
            return data.toString(StandardCharsets.UTF_8);
        }

        public JsonNode json() {
            return JSON.readTree(stdout());
        }
    }

    public Shell with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    /** Runs commands in a folder. */
    public Shell in(Path workingFolder) {
        folder = workingFolder;
        return this;
    }

    public Shell typing(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        return this;
    }

    public Shell typing(byte[] bytes) {
        input = bytes.clone();
        return this;
    }

    public Shell calledAs(String name) {
        program = name;
        return this;
    }

    public Shell onTerminal(int width) {
        columns = Optional.of(width);
        return this;
    }

    public Shell at(Instant moment) {
        time.set(moment);
        return this;
    }

    /** What time it is. */
    public Instant now() {
        return time.instant();
    }

    /** Somebody presses Ctrl-C when so much time has passed. */
    public Shell interruptedAfter(Duration duration) {
        ShutdownSignals next = shutdown;
        time.ringAt(time.instant().plus(duration), next::requestStop);
        return this;
    }

    /** Somebody watches standard error. */
    public Shell watched() {
        watched = true;
        return this;
    }

    /** Runs a command on this shell's ledger. */
    public Result run(String... arguments) {
        return runAsIs(
                Stream.concat(Stream.of("--db", ledger), Stream.of(arguments))
                        .toArray(String[]::new));
    }

    /** Collects what this simulator knows. */
    public Result collectFrom(OpenRouterSimulator openRouter, String... more) {
        return run(
                Stream.concat(
                                Stream.of("collect", "--base-url", openRouter.baseUri().toString()),
                                Stream.of(more))
                        .toArray(String[]::new));
    }

    /** Runs a command with exactly these arguments. */
    public Result runAsIs(String... arguments) {
        ShutdownSignals ours = shutdown;
        shutdown = new ShutdownSignals();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode =
                Main.run(
                        new Console(
                                Map.copyOf(variables),
                                new ByteArrayInputStream(input),
                                new PrintStream(out, true, StandardCharsets.UTF_8),
                                new PrintStream(err, true, StandardCharsets.UTF_8),
                                time.machine(),
                                columns,
                                watched,
                                program,
                                ours),
                        folder,
                        arguments);
        return new Result(exitCode, out, err.toString(StandardCharsets.UTF_8));
    }
}
