package io.genledger.app.option;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.report.GenerationReader;
import java.util.List;
import java.util.stream.Collectors;

/** Finds a recorded generation by an id or a unique beginning of it. */
public final class RecordedId {

    /** How many ids an error names that begin alike. */
    public static final int NAMED = 5;

    private RecordedId() {}

    /**
     * The recorded generation with an id or a unique beginning of it.
     *
     * @param option names the option in messages
     * @throws UsageException if none or several begin with {@code text}
     */
    public static GenerationId find(String text, GenerationReader generations, String option) {
        String id =
                GenerationIdScanner.idsIn(text).stream()
                        .findFirst()
                        .map(GenerationId::value)
                        .orElse(text.strip());
        List<GenerationId> found =
                id.isEmpty() ? List.of() : generations.idsThatBeginWith(id, NAMED + 1);
        if (found.isEmpty()) {
            throw new UsageException(
                    "%s: the ledger holds no record whose id is or begins with '%s'"
                            .formatted(option, text));
        }
        if (found.size() > 1 && !found.get(0).value().equals(id)) {
            throw new UsageException(option + ": " + ambiguous(text, found));
        }
        return found.get(0);
    }

    /** The sentence that several ids begin with {@code text}. */
    public static String ambiguous(String text, List<GenerationId> found) {
        return "%s generations begin with '%s', expected one: %s%s"
                .formatted(
                        found.size() > NAMED ? "more than " + NAMED : found.size(),
                        text,
                        found.stream()
                                .limit(NAMED)
                                .map(GenerationId::value)
                                .collect(Collectors.joining(", ")),
                        found.size() > NAMED ? ", …" : "");
    }
}
