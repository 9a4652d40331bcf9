package io.genledger.app.cli.option;

import io.genledger.app.cli.console.Console;
import io.genledger.app.option.RecordedId;
import io.genledger.app.option.UsageException;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.report.GenerationQuery;
import io.genledger.ports.report.GenerationReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The generations that a command shows: ids, unique beginnings of ids, or the newest. */
public final class ChosenGenerations {

    @Parameters(
            paramLabel = "ID",
            arity = "0..*",
            description =
                    "Ids of generations, or beginnings that only one recorded generation has.")
    private List<String> ids = List.of();

    @Option(
            names = "--last",
            arity = "0..1",
            fallbackValue = "1",
            paramLabel = "N",
            description = "Show the N generations that were created last. Default: 1.")
    private @Nullable Integer last;

    /** Whether neither ids nor {@code --last} are given. */
    public boolean isNone() {
        return ids.isEmpty() && last == null;
    }

    /**
     * The ids in their order, without duplicates. A note says if some of the newest were pruned.
     *
     * @param isQueued whether the queue has an id, which may have no record yet
     * @throws UsageException if none is named, or one cannot be an id or is the beginning of
     *     several
     */
    public List<GenerationId> in(
            GenerationReader generations, Predicate<GenerationId> isQueued, Console console) {
        if (ids.isEmpty() == (last == null)) {
            throw new UsageException(
                    ids.isEmpty() ? "expected ids, or --last" : "expected ids or --last, not both");
        }
        if (last == null) {
            Set<GenerationId> chosen = new LinkedHashSet<>();
            ids.forEach(text -> chosen.addAll(one(text, generations, isQueued)));
            return List.copyOf(chosen);
        }
        if (last < 1) {
            throw new UsageException("--last: expected 1 or more, found " + last);
        }
        List<GenerationId> newest = new ArrayList<>();
        notePruned(
                console,
                generations.read(GenerationQuery.newest(last), row -> newest.add(row.id())));
        return newest;
    }

    /** Says where a list ends, if entries were pruned before {@code end}. */
    public static void notePruned(Console console, Optional<Instant> end) {
        end.ifPresent(moment ->
                console.note(
                        "Generations created before %s are left out: their entries were pruned."
                                .formatted(moment)));
    }

    private static Set<GenerationId> one(
            String text, GenerationReader generations, Predicate<GenerationId> isQueued) {
        List<GenerationId> found =
                text.isBlank()
                        ? List.of()
                        : generations.idsThatBeginWith(text.strip(), RecordedId.NAMED + 1);
        if (found.isEmpty()) {
            return GenerationIds.all(List.of(text));
        }
        // An id that others begin with comes before them, also if only the queue has it.
        GenerationId exact = new GenerationId(text.strip());
        if (!found.get(0).equals(exact) && isQueued.test(exact)) {
            return Set.of(exact);
        }
        if (found.size() > 1 && !found.get(0).equals(exact)) {
            throw new UsageException(RecordedId.ambiguous(text, found));
        }
        return Set.of(found.get(0));
    }
}
