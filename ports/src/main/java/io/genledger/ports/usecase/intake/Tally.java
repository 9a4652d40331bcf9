package io.genledger.ports.usecase.intake;

import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.util.EnumMap;
import java.util.Map;

/** Counts the documents of an import. */
final class Tally {

    private final Map<InputKind, Map<ImportCount, Long>> kinds = new EnumMap<>(InputKind.class);
    private final Map<ForeignKind, Long> foreign = new EnumMap<>(ForeignKind.class);
    private Tracked tracked = Tracked.NOTHING;
    private long rejected;

    void count(InputKind kind, ImportCount count) {
        kinds.computeIfAbsent(kind, none -> new EnumMap<>(ImportCount.class))
                .merge(count, 1L, Long::sum);
    }

    /** Counts a document; returns as what it counts. */
    ImportCount count(InputKind kind, Ledger.Outcome outcome, boolean isProvisional) {
        ImportCount count =
                switch (outcome) {
                    case RECORDED, REVISED, REPLACED -> ImportCount.RECORDED;
                    case UNCHANGED -> ImportCount.UNCHANGED;
                    case SUPERSEDED -> ImportCount.SUPERSEDED;
                    case OUTRANKED -> ImportCount.OUTRANKED;
                };
        count(kind, count);
        if (count == ImportCount.RECORDED && isProvisional) {
            count(kind, ImportCount.PROVISIONAL);
        }
        return count;
    }

    void reject() {
        rejected++;
    }

    void count(Map<ForeignKind, Long> documents) {
        documents.forEach((kind, count) -> foreign.merge(kind, count, Long::sum));
    }

    void count(Tracked more) {
        tracked = tracked.plus(more);
    }

    ImportSummary summary() {
        return new ImportSummary(kinds, foreign, rejected, tracked);
    }
}
