package io.genledger.app.cli;

import io.genledger.adapter.http.simulator.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Generations that are made up as they are asked for. */
final class GeneratedOptions {

    @Option(
            names = "--generated",
            required = true,
            paramLabel = "N",
            description =
                    "So many, made from the seed as real ones are distributed; up to a thousand"
                            + " million, because none is stored.")
    private long count;

    @Option(
            names = "--ids",
            paramLabel = "FILE",
            description =
                    "Where to write their ids, one a line, for track --from. Default: standard"
                            + " output.")
    private @Nullable Path ids;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            converter = Moment.Converter.class,
            description =
                    "When the first began, in UTC: that second is in its id. Default: now, so that"
                            + " they are young.")
    private @Nullable Moment start;

    @Option(
            names = "--apart",
            paramLabel = "DURATION",
            converter = DurationConverter.class,
            description = "How long after one the next began. Default: 0s.")
    private Duration apart = Duration.ZERO;

    SimulatedRecords records(long seed, GenledgerCommand program) throws IOException {
        if (ids == null && program.printsJson()) {
            throw new UsageException("--json keeps standard output to itself: name --ids FILE");
        }
        GeneratedGenerations generations = generations(seed, program.environment());
        GeneratedSpend spend = writeIds(generations, program);
        return new SimulatedRecords(
                Behaviours.documents(generations::document),
                count,
                Optional.of(spend),
                ids == null);
    }

    private GeneratedGenerations generations(long seed, Environment environment) {
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
        if (ids == null) {
            return writeIds(
                    generations,
                    new PrintWriter(program.environment().out(), false, StandardCharsets.UTF_8));
        }
        try (PrintWriter file = new PrintWriter(openIds(ids))) {
            return writeIds(generations, file);
        }
    }

    private static Writer openIds(Path file) {
        try {
            return Files.newBufferedWriter(file);
        } catch (IOException unwritable) {
            throw new UsageException("--ids " + file + ": cannot be written: " + unwritable);
        }
    }

    private static GeneratedSpend writeIds(GeneratedGenerations generations, PrintWriter out)
            throws IOException {
        GeneratedSpend spend = GeneratedSpend.NOTHING;
        for (long number = 0; number < generations.count(); number++) {
            GeneratedGeneration generation = generations.at(number);
            out.append(generation.id()).append('\n');
            spend = spend.plus(generation);
        }
        if (out.checkError()) {
            throw new IOException("the ids could not be written in full");
        }
        return spend;
    }
}
