package io.genledger.app.cli.console;

import io.genledger.app.Application;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.Style;
import io.genledger.app.service.ServiceEvent;
import io.genledger.app.view.json.ViewJson;
import io.genledger.ports.document.KeyMask;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The environment, streams and terminal of one command.
 *
 * @param variables the environment variables
 * @param in standard input
 * @param out standard output: data only
 * @param err standard error: everything else
 * @param runtime clocks, threads and random numbers
 * @param columns the width of the terminal at standard output; empty if that is no terminal
 * @param errIsTerminal whether standard error is a terminal
 * @param program the program as the user called it
 * @param shutdown Ctrl-C and SIGTERM
 * @param options the options of every command, filled in when the arguments are parsed
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

    /** Returns to the start of the line and erases it. */
    private static final String ERASE_LINE = "\r\u001b[K";

    /** A console whose command line is still to be parsed. */
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

    /** The console of this process. The launcher describes the terminal, which Java cannot. */
    public static Console ofThisProcess() {
        return new Console(
                System.getenv(),
                standardInput(),
                ProcessOutput.to(new FileOutputStream(FileDescriptor.out)),
                ProcessOutput.to(new FileOutputStream(FileDescriptor.err)),
                Application.runtime(),
                Optional.ofNullable(Integer.getInteger("genledger.stdout.columns")),
                Boolean.getBoolean("genledger.stderr.terminal"),
                System.getProperty("genledger.command", "genledger"),
                new ShutdownSignals());
    }

    /** This console for another command line, which is still to be parsed. */
    public Console unparsed() {
        return new Console(
                variables, in, out, err, runtime, columns, errIsTerminal, program, shutdown);
    }

    /** The wall clock. */
    public InstantSource clock() {
        return runtime.clock();
    }

    /** The monotonic clock. */
    public InstantSource monotonic() {
        return runtime.monotonic();
    }

    /** The value of an environment variable; empty if it is unset or blank. */
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

    /** The emphasis for text on standard output. */
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

    /** Writes a note, which is not data, to standard error, without the keys in it. */
    public void note(String text) {
        err.println(KeyMask.of(text));
    }

    /** Writes an event as a line of logfmt to standard error. */
    public void log(ServiceEvent event) {
        note(LogFmt.line(event));
    }

    /** Replaces the status line on standard error; an empty one erases it. */
    public void status(String line) {
        err.print(ERASE_LINE + line);
        err.flush();
    }

    /** Writes a sanitized note in place of the status line, which is to be drawn again below it. */
    public void noteAboveStatus(String text) {
        note(ERASE_LINE + Sanitized.of(text));
    }

    /** Whether the program that reads standard output has ended. */
    public boolean isOutputUnwanted() {
        return out instanceof ProcessOutput output && output.isBrokenPipe();
    }

    /** Standard input. If the launcher found it closed, its descriptor is another file's. */
    private static InputStream standardInput() {
        return Boolean.getBoolean("genledger.stdin.closed")
                ? new ClosedInput()
                : new FileInputStream(FileDescriptor.in);
    }

    private static final class ClosedInput extends InputStream {

        @Override
        public int read() throws IOException {
            throw new IOException("standard input is closed");
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            return read();
        }
    }
}
