package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.app.cli.GenledgerCommand;
import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.console.UsageException;
import io.genledger.app.cli.option.DateConverter;
import io.genledger.app.cli.option.DurationConverter;
import io.genledger.domain.report.DateBound;
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

/** Generations that are made up as they are asked for. */
final class GeneratedOptions {

    private static final String STANDARD_OUTPUT = "-";

    /** More than these make whoever waits wonder. */
    private static final int MANY = 1_000_000;

    @Option(
            names = "--generated",
            required = true,
            paramLabel = "N",
            description =
                    "So many, made from the seed as real ones are distributed; up to a thousand"
                            + " million, because none is stored. To write their ids and sum up"
                            + " what they cost takes about a second a million beforehand.")
    private long count;

    @Option(
            names = "--ids",
            paramLabel = "FILE|-",
            description =
                    "Where to write their ids, one a line, for track --from. Default: -, standard"
                            + " output.")
    private String ids = STANDARD_OUTPUT;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = DateConverter.class,
            description =
                    "When the first began, in UTC: that second is in its id. Default: now, so that"
                            + " they are young.")
    private @Nullable DateBound start;

    @Option(
            names = "--apart",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long after one the next began. Default: 0s.")
    private Duration apart = Duration.ZERO;

    SimulatedRecords records(long seed, GenledgerCommand program) throws IOException {
        boolean areData = ids.equals(STANDARD_OUTPUT);
        if (areData && program.printsJson()) {
            throw new UsageException("--json keeps standard output to itself: name --ids FILE");
        }
        GeneratedGenerations generations = generations(seed, program.environment());
        if (count > MANY) {
            program.note("writing %,d ids and summing up what they cost".formatted(count));
        }
        GeneratedSpend spend = writeIds(generations, program);
        return new SimulatedRecords(
                Behaviours.documents(generations::document), count, Optional.of(spend), areData);
    }

    private GeneratedGenerations generations(long seed, Console environment) {
        Instant first =
                start == null ? environment.clock().instant() : start.startIn(ZoneOffset.UTC);
        try {
            return new GeneratedGenerations(seed, count, first, apart);
        } catch (IllegalArgumentException | ArithmeticException wrong) {
            throw new UsageException("--generated: " + wrong.getMessage());
        }
    }

    private GeneratedSpend writeIds(GeneratedGenerations generations, GenledgerCommand program)
            throws IOException {
        if (ids.equals(STANDARD_OUTPUT)) {
            // What becomes of standard output is judged at the end, as for every command.
            PrintWriter out =
                    new PrintWriter(program.environment().out(), false, StandardCharsets.UTF_8);
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
