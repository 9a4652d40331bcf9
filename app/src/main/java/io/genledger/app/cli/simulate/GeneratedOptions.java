package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.DateConverter;
import io.genledger.app.option.convert.DurationConverter;
import io.genledger.domain.period.DateBound;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of generations that are made from a seed. */
final class GeneratedOptions {

    private static final String STANDARD_OUTPUT = "-";

    /** Above this number, writing the ids takes long enough for a note. */
    private static final int MANY = 1_000_000;

    @Option(
            names = "--generated",
            required = true,
            paramLabel = "N",
            description =
                    "Number of generations to make from the seed, distributed as real ones are, up"
                            + " to 1000000000. Writing a million ids at the start takes about a"
                            + " second.")
    private long count;

    @Option(
            names = "--ids",
            paramLabel = "FILE|-",
            description =
                    "File to write their ids to, one a line, for track --from. Default: -, standard"
                            + " output.")
    private String ids = STANDARD_OUTPUT;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description = "Time of the first generation, in UTC; ids contain it. Default: now.")
    private @Nullable DateBound start;

    @Option(
            names = "--apart",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "Time between one generation and the next. Default: 0s.")
    private Duration apart = Duration.ZERO;

    SimulatedRecords records(long seed, Console console) throws IOException {
        boolean areData = ids.equals(STANDARD_OUTPUT);
        if (areData && console.printsJson()) {
            throw new UsageException(
                    "--json needs standard output: write the ids to a file with --ids FILE");
        }
        GeneratedGenerations generations = generations(seed, console);
        if (count > MANY) {
            console.note(
                    "writing %s ids and summing up what they cost".formatted(Numbers.count(count)));
        }
        GeneratedSpend spend = writeIds(generations, console);
        return new SimulatedRecords(
                Behaviours.documents(generations::document), count, Optional.of(spend), areData);
    }

    private GeneratedGenerations generations(long seed, Console console) {
        Instant first = start == null ? console.clock().instant() : start.startIn(ZoneOffset.UTC);
        try {
            return new GeneratedGenerations(seed, count, first, apart);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new UsageException("--generated: " + wrong.getMessage());
        }
    }

    private GeneratedSpend writeIds(GeneratedGenerations generations, Console console)
            throws IOException {
        if (ids.equals(STANDARD_OUTPUT)) {
            // Main checks standard output for errors after every command.
            PrintWriter out = new PrintWriter(console.out(), false, StandardCharsets.UTF_8);
            GeneratedSpend spend = writeIds(generations, out);
            out.flush();
            return spend;
        }
        try (PrintWriter file = new PrintWriter(openIds(ids))) {
            GeneratedSpend spend = writeIds(generations, file);
            if (file.checkError()) {
                throw new IOException("--ids " + ids + ": could not be written in full");
            }
            return spend;
        }
    }

    private static Writer openIds(String file) {
        try {
            return Files.newBufferedWriter(Path.of(file));
        } catch (InvalidPathException noName) {
            throw new UsageException("--ids " + file + ": not a file name: " + noName.getReason());
        } catch (IOException unwritable) {
            throw new UsageException(
                    "--ids " + file + ": cannot be written: " + FileErrors.reason(unwritable));
        }
    }

    private static GeneratedSpend writeIds(GeneratedGenerations generations, PrintWriter out) {
        GeneratedSpend spend = GeneratedSpend.NOTHING;
        for (long number = 0; number < generations.count(); number++) {
            GeneratedGeneration generation = generations.at(number);
            out.append(generation.id()).append('\n');
            spend = spend.plus(generation);
        }
        return spend;
    }
}
