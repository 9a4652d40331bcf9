package io.genledger.ports.usecase;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Difference;
import io.genledger.ports.AsideDocument;
import io.genledger.ports.AsideDocuments;
import io.genledger.ports.KeptGeneration;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.Ledger;
import io.genledger.ports.LedgerLog;
import io.genledger.ports.LogEntry;
import io.genledger.ports.LogEntry.What;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.QueueEntry;
import io.genledger.ports.QueueReader;
import io.genledger.ports.QueueState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what happened to one generation, from the queue, the log and the archived documents. */
public final class TellHistory {

    private final Ledger ledger;
    private final QueueReader queue;
    private final LedgerLog log;
    private final AsideDocuments aside;
    private final MetadataDecoder decoder;
    private final InstantSource clock;

    /** Tells what these remember. */
    public TellHistory(
            Ledger ledger,
            QueueReader queue,
            LedgerLog log,
            AsideDocuments aside,
            MetadataDecoder decoder,
            InstantSource clock) {
        this.ledger = ledger;
        this.queue = queue;
        this.log = log;
        this.aside = aside;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * A generation's history.
     *
     * @param entry where it stands in the queue; empty if it is not there
     * @param revisions how many documents of it are kept
     * @param steps what happened, in order; empty if nobody ever heard of it
     */
    public record History(Optional<QueueEntry> entry, int revisions, List<HistoryStep> steps) {}

    /**
     * The history of {@code id}.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if the ledger cannot be read
     * @throws io.genledger.ports.UndecodableDocumentException if an archived document cannot be
     *     read by this decoder
     */
    public History tell(GenerationId id) {
        Optional<QueueEntry> entry = queue.find(id, clock.instant());
        List<KeptGeneration> revisions = ledger.revisions(id);
        List<LogEntry> logged = log.of(id);
        List<HistoryStep> steps = new ArrayList<>();
        entry.map(known -> beginning(known, revisions)).ifPresent(steps::add);
        steps.addAll(askedInVain(entry, logged));
        for (AsideDocument odd : aside.of(id)) {
            steps.add(new HistoryStep.KeptAside(odd.document().receivedAt(), odd));
        }
        int attempts = entry.map(known -> attemptsForTheFirst(known, revisions, logged)).orElse(0);
        steps.addAll(documents(revisions, attempts));
        logged.forEach(one -> steps.add(new HistoryStep.Logged(one.at(), one)));
        steps.sort(Comparator.comparing(HistoryStep::at).thenComparingInt(TellHistory::rank));
        return new History(entry, revisions.size(), List.copyOf(steps));
    }

    /** What is kept already when it enters the queue does so to be read once more. */
    private static HistoryStep beginning(QueueEntry entry, List<KeptGeneration> revisions) {
        Instant at = entry.firstSeen();
        return wasKeptBefore(entry, revisions)
                ? new HistoryStep.Logged(at, new LogEntry(at, What.REREAD_DUE, 0, Optional.empty()))
                : new HistoryStep.Tracked(at);
    }

    /** What was kept already when it entered the queue did so to be read once more. */
    private static boolean wasKeptBefore(QueueEntry entry, List<KeptGeneration> revisions) {
        return !revisions.isEmpty()
                && revisions.get(0).document().receivedAt().isBefore(entry.firstSeen());
    }

    /**
     * What asking brought before the first record is with the note that it is to be read once more,
     * if there is one; then whatever the entry has learnt since. The answers that ended something
     * are in the log themselves.
     */
    private static List<HistoryStep> askedInVain(
            Optional<QueueEntry> entry, List<LogEntry> logged) {
        List<HistoryStep> steps = new ArrayList<>();
        Set<LastAnswer> told = new HashSet<>();
        for (LogEntry one : logged) {
            boolean isNew = one.answer().filter(told::add).isPresent();
            if (one.what() == What.REREAD_DUE && isNew) {
                one.answer().ifPresent(answer -> steps.add(beforeARecord(one, answer)));
            }
        }
        entry.ifPresent(known ->
                known.lastAnswer()
                        .filter(answer -> !told.contains(answer))
                        .ifPresent(answer -> steps.add(asked(known, answer))));
        return steps;
    }

    private static HistoryStep beforeARecord(LogEntry due, LastAnswer answer) {
        int attempts = Math.max(1, due.attempts() - 1);
        return new HistoryStep.Asked(answer.at().orElse(due.at()), attempts, answer);
    }

    /** Of the requests for a recorded one the last brought the record. */
    private static HistoryStep asked(QueueEntry entry, LastAnswer answer) {
        boolean recorded = entry.state() == QueueState.RECORDED;
        int attempts = recorded ? entry.attempts() - 1 : entry.attempts();
        return new HistoryStep.Asked(
                answer.at().orElse(entry.firstSeen()), Math.max(1, attempts), answer);
    }

    private static int attemptsForTheFirst(
            QueueEntry entry, List<KeptGeneration> revisions, List<LogEntry> logged) {
        if (wasKeptBefore(entry, revisions)) {
            return 0;
        }
        return logged.stream()
                .filter(one -> one.what() == What.REREAD_DUE)
                .findFirst()
                .map(LogEntry::attempts)
                .orElse(entry.attempts());
    }

    private List<HistoryStep> documents(List<KeptGeneration> revisions, int attempts) {
        List<HistoryStep> steps = new ArrayList<>();
        Optional<Generation> before = Optional.empty();
        for (KeptGeneration kept : revisions) {
            Instant at = kept.document().receivedAt();
            Generation after = decoder.decode(kept.document());
            steps.add(
                    before.<HistoryStep>map(old ->
                                    new HistoryStep.Revised(
                                            at, kept.revision(), Difference.between(old, after)))
                            .orElseGet(() -> new HistoryStep.Recorded(at, attempts)));
            before = Optional.of(after);
        }
        return steps;
    }

    /** What of things at one moment comes first: what must be there before the others can be. */
    private static int rank(HistoryStep step) {
        if (step instanceof HistoryStep.Logged logged) {
            return switch (logged.entry().what()) {
                case TRACKED -> 0;
                case REVIVED, REREAD_DUE -> 1;
                case GIVEN_UP, REFUSED, REREAD -> 2;
                case FORGOTTEN -> 3;
            };
        }
        return step instanceof HistoryStep.Tracked ? 0 : 2;
    }
}
