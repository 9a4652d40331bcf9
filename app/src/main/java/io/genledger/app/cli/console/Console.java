package io.genledger.app.cli.console;

import io.genledger.app.Application;
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

/**
 * All that a command sees of the machine.
 *
 * @param variables the environment variables
 * @param in standard input
 * @param out standard output: data only
 * @param err standard error: everything else
 * @param machine tells the time, lets it pass, starts threads
 * @param columns the width of the terminal behind standard output; empty when it is none
 * @param errIsTerminal whether a person watches standard error
 * @param program how the user calls this program
 * @param interruption how the user stops it
 */
public record Console(
        Map<String, String> variables,
        InputStream in,
        PrintStream out,
        PrintStream err,
        RunEnvironment machine,
        Optional<Integer> columns,
        boolean errIsTerminal,
        String program,
        ShutdownSignals interruption) {

    private static final int BUFFER = 1 << 16;

    /** The real machine; the launcher knows the terminal, because Java does not. */
    public static Console ofThisProcess() {
        return new Console(
                System.getenv(),
                new FileInputStream(FileDescriptor.in),
                utf8(FileDescriptor.out),
                utf8(FileDescriptor.err),
                Application.machine(),
                Optional.ofNullable(Integer.getInteger("genledger.stdout.columns")),
                Boolean.getBoolean("genledger.stderr.terminal"),
                System.getProperty("genledger.command", "genledger"),
                new ShutdownSignals());
    }

    /** Tells the time of day. */
    public InstantSource clock() {
        return machine.clock();
    }

    /** Tells how much time goes by. */
    public InstantSource monotonic() {
        return machine.monotonic();
    }

    /** A variable that is set and not blank. */
    public Optional<String> variable(String name) {
        return Optional.ofNullable(variables.get(name)).filter(value -> !value.isBlank());
    }

    private static PrintStream utf8(FileDescriptor descriptor) {
        FileOutputStream stream = new FileOutputStream(descriptor);
        boolean flushLines = true;
        return new PrintStream(
                new BufferedOutputStream(stream, BUFFER), flushLines, StandardCharsets.UTF_8);
    }
}
