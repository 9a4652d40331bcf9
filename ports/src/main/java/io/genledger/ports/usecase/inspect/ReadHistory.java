package io.genledger.ports.usecase.inspect;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Difference;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueEvent;
import io.genledger.ports.queue.admin.QueueEvent.Kind;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tells what happened to one generation, from the queue, the log and the archived documents. */
public final class ReadHistory {

    private final Ledger ledger;
    private final QueueReader queue;
    private final EventLog log;
    private final Quarantine aside;
    private final MetadataDecoder decoder;
    private final InstantSource clock;

    /** Tells what these remember. */
    public ReadHistory(
            Ledger ledger,
            QueueReader queue,
            EventLog log,
            Quarantine aside,
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
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     * @throws io.genledger.ports.document.UndecodableDocumentException if an archived document
     *     cannot be read by this decoder
     */
    public History tell(GenerationId id) {
        Optional<QueueEntry> entry = queue.find(id, clock.instant());
        List<Document> documents = ledger.revisions(id).stream().map(this::read).toList();
        List<QueueEvent> logged = log.of(id);
        List<HistoryStep> steps = new ArrayList<>();
        entry.map(known -> beginning(known, documents)).ifPresent(steps::add);
        steps.addAll(askedInVain(entry, logged));
        for (QuarantinedDocument odd : aside.of(id)) {
            steps.add(new HistoryStep.KeptAside(odd.document().receivedAt(), odd));
        }
        int attempts = entry.map(known -> attemptsForTheFirst(known, documents, logged)).orElse(0);
        steps.addAll(recordings(documents, attempts));
        logged.forEach(one -> steps.add(new HistoryStep.Logged(one.at(), one)));
        steps.sort(Comparator.comparing(HistoryStep::at).thenComparingInt(ReadHistory::rank));
        return new History(entry, documents.size(), List.copyOf(steps));
    }

    /** A revision, read. */
    private record Document(Revision kept, Generation generation) {

        Instant at() {
            return kept.document().receivedAt();
        }

        boolean isInline() {
            return generation.shape().kind() == DocumentKind.COMPLETION;
        }
    }

    private Document read(Revision kept) {
        return new Document(kept, decoder.decode(kept.document()));
    }

    private static HistoryStep beginning(QueueEntry entry, List<Document> documents) {
        Instant at = entry.firstSeen();
        return wasKeptBefore(entry, documents)
                ? new HistoryStep.Logged(
                        at, new QueueEvent(at, Kind.REFRESH_DUE, 0, Optional.empty()))
                : new HistoryStep.Tracked(at);
    }

    /** A record that was kept already when it entered the queue did so to be read once more. */
    private static boolean wasKeptBefore(QueueEntry entry, List<Document> documents) {
        return documents.stream()
                .anyMatch(one -> !one.isInline() && one.at().isBefore(entry.firstSeen()));
    }

    /**
     * Kind asking brought before the first record is with the note that it is to be read once more,
     * if there is one; then whatever the entry has learnt since. The answers that ended something
     * are in the log themselves.
     */
    private static List<HistoryStep> askedInVain(
            Optional<QueueEntry> entry, List<QueueEvent> logged) {
        List<HistoryStep> steps = new ArrayList<>();
        Set<AttemptOutcome> told = new HashSet<>();
        for (QueueEvent one : logged) {
            boolean isNew = one.outcome().filter(told::add).isPresent();
            if (one.kind() == Kind.REFRESH_DUE && isNew) {
                one.outcome().ifPresent(answer -> steps.add(beforeARecord(one, answer)));
            }
        }
        entry.ifPresent(known ->
                known.lastOutcome()
                        .filter(answer -> !told.contains(answer))
                        .ifPresent(answer -> steps.add(asked(known, answer))));
        return steps;
    }

    private static HistoryStep beforeARecord(QueueEvent due, AttemptOutcome answer) {
        int attempts = Math.max(1, due.attempts() - 1);
        return new HistoryStep.Asked(answer.at().orElse(due.at()), attempts, answer);
    }

    /** Of the requests for a recorded one the last brought the record. */
    private static HistoryStep asked(QueueEntry entry, AttemptOutcome answer) {
        boolean recorded = entry.state() == QueueState.RECORDED;
        int attempts = recorded ? entry.attempts() - 1 : entry.attempts();
        return new HistoryStep.Asked(
                answer.at().orElse(entry.firstSeen()), Math.max(1, attempts), answer);
    }

    private static int attemptsForTheFirst(
            QueueEntry entry, List<Document> documents, List<QueueEvent> logged) {
        if (wasKeptBefore(entry, documents)) {
            return 0;
        }
        return logged.stream()
                .filter(one -> one.kind() == Kind.REFRESH_DUE)
                .findFirst()
                .map(QueueEvent::attempts)
                .orElse(entry.attempts());
    }

    private static List<HistoryStep> recordings(List<Document> documents, int attempts) {
        List<HistoryStep> steps = new ArrayList<>();
        Optional<Document> before = Optional.empty();
        for (Document document : documents) {
            steps.add(recording(document, before, attempts));
            before = Optional.of(document);
        }
        return steps;
    }

    private static HistoryStep recording(
            Document document, Optional<Document> before, int attempts) {
        int revision = document.kept().number();
        if (document.isInline()) {
            return new HistoryStep.RecordedInline(document.at(), revision);
        }
        return before.filter(old -> !old.isInline())
                .<HistoryStep>map(old ->
                        new HistoryStep.Revised(
                                document.at(),
                                revision,
                                Difference.between(old.generation(), document.generation())))
                .orElseGet(() -> new HistoryStep.Recorded(document.at(), revision, attempts));
    }

    /** Kind of things at one moment comes first: what must be there before the others can be. */
    private static int rank(HistoryStep step) {
        if (step instanceof HistoryStep.Logged logged) {
            return switch (logged.entry().kind()) {
                case TRACKED -> 0;
                case REQUEUED, REFRESH_DUE -> 1;
                case GIVEN_UP, REFUSED, REFRESHED -> 2;
                case FORGOTTEN -> 3;
            };
        }
        return step instanceof HistoryStep.Tracked ? 0 : 2;
    }
}
