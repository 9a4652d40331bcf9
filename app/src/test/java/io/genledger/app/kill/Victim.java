package io.genledger.app.kill;

import io.genledger.app.TestProgram;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** One genledger in a process of its own, as a user starts it. */
public final class Victim {

    private static final int LONGEST_SECONDS = 60;
    private static final int KILLED = 128 + 9;

    private final Process process;
    private final Path output;

    private Victim(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /**
     * Starts a command.
     *
     * @param folder keeps its output
     * @param ledger what it works on
     */
    public static Victim start(Path folder, KillLedger ledger, String... arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, "victim-", ".out");
        List<String> command = new ArrayList<>(program());
        command.addAll(List.of("--db", ledger.location()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile());
        builder.environment()
                .putAll(
                        Map.of(
                                "OPENROUTER_API_KEY", "sk-or-of-the-kill-test",
                                "GENLEDGER_TRAIN", "no",
                                "GENLEDGER_JAVA_OPTS", "-Xmx256m"));
        return new Victim(builder.start(), output);
    }

    /** The installed program if it is named, which starts faster; or the classes of this JVM. */
    private static List<String> program() {
        return Optional.ofNullable(System.getProperty("genledger.program"))
                .map(List::of)
                .orElseGet(TestProgram::command);
    }

    /** Its standard input. */
    public OutputStream input() {
        return process.getOutputStream();
    }

    /** Ends it at once and for good, as {@code kill -9} does; whether it was alive. */
    public boolean kill() {
        process.destroyForcibly();
        return exitCode() == KILLED;
    }

    /** Asks it to end, as {@code kill} does. */
    public int terminate() {
        process.destroy();
        return exitCode();
    }

    public boolean lives() {
        return process.isAlive();
    }

    public int exitCode() {
        try {
            if (!process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new IllegalStateException("did not end: " + output());
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** What it said. */
    public String output() {
        try {
            return Files.readString(output);
        } catch (IOException unreadable) {
            return unreadable.toString();
        }
    }
}
