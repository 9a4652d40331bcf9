package io.genledger.app.cli.console;

import io.genledger.app.Application;
import io.genledger.app.cli.render.Style;
import io.genledger.app.view.json.ViewJson;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The process and terminal around one command.
 *
 * @param variables the environment variables
 * @param in standard input
 * @param out standard output: data only
 * @param err standard error: everything else
 * @param runtime clocks, threads and random numbers
 * @param columns the width of the terminal behind standard output; empty when it is none
 * @param errIsTerminal whether standard error is a terminal
 * @param program the program as the user called it
 * @param shutdown Ctrl-C and SIGTERM
 * @param options those of every command, filled in when the arguments are parsed
 */
public record Console(
        Map<String, String> variables,
        InputStream in,
        PrintStream out,
        PrintStream err,
        RunEnvironment runtime,
        Optional<Integer> columns,
        boolean errIsTerminal,
        String program,
        ShutdownSignals shutdown,
        CommonOptions options) {

    /** Erases the line that the cursor stands on. */
    public static final String ERASE_LINE = "\r\u001b[K";

    private static final int BUFFER = 1 << 16;

    /** With options that are still to be parsed. */
    public Console(
            Map<String, String> variables,
            InputStream in,
            PrintStream out,
            PrintStream err,
            RunEnvironment runtime,
            Optional<Integer> columns,
            boolean errIsTerminal,
            String program,
            ShutdownSignals shutdown) {
        this(
                variables,
                in,
                out,
                err,
                runtime,
                columns,
                errIsTerminal,
                program,
                shutdown,
                new CommonOptions());
    }

    /** Those of this process. The launcher tells of the terminal, because Java cannot. */
    public static Console ofThisProcess() {
        return new Console(
                System.getenv(),
                new FileInputStream(FileDescriptor.in),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Application.runtime(),
                Optional.ofNullable(Integer.getInteger("genledger.stdout.columns")),
                Boolean.getBoolean("genledger.stderr.terminal"),
                System.getProperty("genledger.command", "genledger"),
                new ShutdownSignals());
    }

    /** Tells the time of day. */
    public InstantSource clock() {
        return runtime.clock();
    }

    /** Tells how much time goes by. */
    public InstantSource monotonic() {
        return runtime.monotonic();
    }

    /** A variable that is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    /** Whether standard error is a terminal on which a status line can be redrawn. */
    public boolean redraws() {
        return errIsTerminal && !isDumb();
    }

    /** Whether the terminal understands no escape sequences. */
    boolean isDumb() {
        return variable("TERM").filter("dumb"::equals).isPresent();
    }

    /** Whether the command prints JSON. */
    public boolean printsJson() {
        return options.json();
    }

    /** How the command emphasises text. */
    public Style style() {
        return options.color().styleIn(this);
    }

    /** Writes data to standard output. */
    public void print(String text) {
        out.println(text);
    }

    /** Writes the answer to standard output: as JSON with {@code --json}, else as text. */
    public <V extends Record> void print(V view, Function<V, String> text) {
        print(printsJson() ? ViewJson.of(view) : text.apply(view));
    }

    /** Writes a note, which is not data, to standard error. */
    public void note(String text) {
        err.println(text);
    }

    /** Notes that the ledger does not hold {@code id}. */
    public void noteNotHeld(GenerationId id) {
        note("genledger: the ledger does not hold " + id + "; track it, then collect");
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        boolean flushLines = true;
        return new PrintStream(
                new BufferedOutputStream(stream, BUFFER), flushLines, StandardCharsets.UTF_8);
    }
}
