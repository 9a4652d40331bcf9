package io.genledger.ports.usecase.intake;

import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * Counts of one import, in documents.
 *
 * @param kinds the counts of each kind of document that was found; no zeros
 * @param foreign documents of other programs by kind; no zeros
 * @param rejected could not be decoded and were kept as rejected
 * @param tracked ids that were put into the queue, by their state before
 */
public record ImportSummary(
        Map<InputKind, Map<ImportCount, Long>> kinds,
        Map<ForeignKind, Long> foreign,
        long rejected,
        Tracked tracked) {

    /** The summary of an import without documents. */
    public static final ImportSummary NOTHING =
            new ImportSummary(Map.of(), Map.of(), 0, Tracked.NOTHING);

    /** Copies the counts; kinds are in the order of their enums. */
    public ImportSummary {
        Map<InputKind, Map<ImportCount, Long>> copy = new EnumMap<>(InputKind.class);
        kinds.forEach((kind, counts) -> copy.put(kind, Map.copyOf(counts)));
        kinds = Collections.unmodifiableMap(copy);
        Map<ForeignKind, Long> others = new EnumMap<>(ForeignKind.class);
        others.putAll(foreign);
        foreign = Collections.unmodifiableMap(others);
    }

    /** The count over all kinds. */
    public long count(ImportCount count) {
        return kinds.keySet().stream().mapToLong(kind -> count(kind, count)).sum();
    }

    /** The count of one kind. */
    public long count(InputKind kind, ImportCount count) {
        return kinds.getOrDefault(kind, Map.of()).getOrDefault(count, 0L);
    }

    /** The number of all documents of other programs. */
    public long foreignDocuments() {
        return foreign.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The number of all documents. */
    public long documents() {
        return rejected
                + foreignDocuments()
                + count(ImportCount.RECORDED)
                + count(ImportCount.UNCHANGED)
                + count(ImportCount.SUPERSEDED)
                + count(ImportCount.OUTRANKED)
                + count(ImportCount.REPEATED)
                + count(ImportCount.SKIPPED);
    }
}
