package io.genledger.ports.usecase.inspect;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Difference;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.EventLog;
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

/**
 * Reads the history of one generation from its queue entry, the event log, the quarantine and its
 * archived documents.
 */
public final class ReadHistory {

    private final Ledger ledger;
    private final QueueReader queue;
    private final EventLog log;
    private final Quarantine quarantine;
    private final MetadataDecoder decoder;
    private final InstantSource clock;

    /** Reads from these ports. */
    public ReadHistory(
            Ledger ledger,
            QueueReader queue,
            EventLog log,
            Quarantine quarantine,
            MetadataDecoder decoder,
            InstantSource clock) {
        this.ledger = ledger;
        this.queue = queue;
        this.log = log;
        this.quarantine = quarantine;
        this.decoder = decoder;
        this.clock = clock;
    }

    /**
     * The history of one generation.
     *
     * @param entry its queue entry; empty if it is not in the queue
     * @param revisions how many revisions are recorded; 0 or more
     * @param steps the steps in order of time; empty if the id is not in the ledger
     */
    public record History(Optional<QueueEntry> entry, int revisions, List<HistoryStep> steps) {

        /** Whether the id is in the ledger: tracked, recorded, quarantined or forgotten. */
        public boolean isKnown() {
            return !steps.isEmpty();
        }
    }

    /**
     * The history of {@code id}.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     * @throws io.genledger.ports.document.UndecodableDocumentException if an archived document
     *     cannot be decoded
     */
    public History read(GenerationId id) {
        Optional<QueueEntry> entry = queue.find(id, clock.instant());
        List<Document> documents = ledger.revisions(id).stream().map(this::decode).toList();
        List<QueueEvent> logged = log.of(id);
        List<HistoryStep> steps = new ArrayList<>();
        entry.map(known -> firstStep(known, documents)).ifPresent(steps::add);
        steps.addAll(attempts(entry, logged));
        for (QuarantinedDocument document : quarantine.of(id)) {
            steps.add(new HistoryStep.Quarantined(document.lastReceived(), document));
        }
        int attempts = entry.map(known -> attemptsForRecord(known, documents, logged)).orElse(0);
        steps.addAll(recordings(documents, attempts));
        logged.forEach(event -> steps.add(new HistoryStep.Logged(event.at(), event)));
        steps.sort(Comparator.comparing(HistoryStep::at).thenComparingInt(ReadHistory::rank));
        return new History(entry, documents.size(), List.copyOf(steps));
    }

    /** A revision and its decoded document; empty if it was erased or pruned. */
    private record Document(Revision revision, Optional<Generation> generation) {

        Instant at() {
            return revision.document().receivedAt();
        }

        boolean isInline() {
            return generation
                    .filter(one -> one.shape().kind() == DocumentKind.COMPLETION)
                    .isPresent();
        }
    }

    private Document decode(Revision revision) {
        MetadataDocument document = revision.document();
        return new Document(
                revision,
                document.removal().isPresent()
                        ? Optional.empty()
                        : Optional.of(decoder.decode(document)));
    }

    private static HistoryStep firstStep(QueueEntry entry, List<Document> documents) {
        Instant at = entry.firstSeen();
        return wasRecordedBefore(entry, documents)
                ? new HistoryStep.Logged(
                        at, new QueueEvent(at, Kind.REFRESH_DUE, 0, Optional.empty()))
                : new HistoryStep.Tracked(at);
    }

    /** Whether the id was recorded before it was put into the queue, so that it is refreshed. */
    private static boolean wasRecordedBefore(QueueEntry entry, List<Document> documents) {
        return documents.stream()
                .anyMatch(document ->
                        !document.isInline() && document.at().isBefore(entry.firstSeen()));
    }

    /**
     * Attempts without a record. The last one before the first record is stored with the event that
     * made the generation due for a refresh; a later one is in the queue entry. An outcome that
     * ended the attempts is an event of its own and is not repeated.
     */
    private static List<HistoryStep> attempts(Optional<QueueEntry> entry, List<QueueEvent> logged) {
        List<HistoryStep> steps = new ArrayList<>();
        Set<AttemptOutcome> seen = new HashSet<>();
        for (QueueEvent event : logged) {
            boolean isNew = event.outcome().filter(seen::add).isPresent();
            if (event.kind() == Kind.REFRESH_DUE && isNew) {
                event.outcome().ifPresent(outcome -> steps.add(beforeRecord(event, outcome)));
            }
        }
        entry.ifPresent(known ->
                known.lastOutcome()
                        .filter(outcome -> !seen.contains(outcome))
                        .ifPresent(outcome -> steps.add(lastAttempt(known, outcome))));
        return steps;
    }

    private static HistoryStep beforeRecord(QueueEvent due, AttemptOutcome outcome) {
        int attempts = Math.max(1, due.attempts() - 1);
        return new HistoryStep.Attempted(outcome.at().orElse(due.at()), attempts, outcome);
    }

    /** The last attempt for a recorded id brought the record and is not counted here. */
    private static HistoryStep lastAttempt(QueueEntry entry, AttemptOutcome outcome) {
        boolean recorded = entry.state() == QueueState.RECORDED;
        int attempts = recorded ? entry.attempts() - 1 : entry.attempts();
        return new HistoryStep.Attempted(
                outcome.at().orElse(entry.firstSeen()), Math.max(1, attempts), outcome);
    }

    private static int attemptsForRecord(
            QueueEntry entry, List<Document> documents, List<QueueEvent> logged) {
        if (wasRecordedBefore(entry, documents)) {
            return 0;
        }
        return logged.stream()
                .filter(event -> event.kind() == Kind.REFRESH_DUE)
                .findFirst()
                .map(QueueEvent::attempts)
                .orElse(entry.attempts());
    }

    private static List<HistoryStep> recordings(List<Document> documents, int attempts) {
        List<HistoryStep> steps = new ArrayList<>();
        Optional<Document> earlier = Optional.empty();
        for (Document document : documents) {
            steps.add(recording(document, earlier, attempts));
            earlier = Optional.of(document);
        }
        return steps;
    }

    private static HistoryStep recording(
            Document document, Optional<Document> earlier, int attempts) {
        int revision = document.revision().number();
        if (document.generation().isEmpty()) {
            return new HistoryStep.RecordedWithoutDocument(
                    document.at(),
                    revision,
                    document.revision().document().removal().orElseThrow());
        }
        if (document.isInline()) {
            return new HistoryStep.RecordedInline(document.at(), revision);
        }
        return earlier.filter(old -> !old.isInline())
                .<HistoryStep>map(old ->
                        new HistoryStep.Revised(
                                document.at(), revision, differences(old, document)))
                .orElseGet(() -> new HistoryStep.Recorded(document.at(), revision, attempts));
    }

    /** None are known if the earlier document was pruned. */
    private static List<Difference> differences(Document earlier, Document document) {
        return earlier.generation()
                .map(old -> Difference.between(old, document.generation().orElseThrow()))
                .orElse(List.of());
    }

    /** Orders steps of the same time by cause and effect. */
    private static int rank(HistoryStep step) {
        if (step instanceof HistoryStep.Logged logged) {
            return switch (logged.event().kind()) {
                case TRACKED -> 0;
                case REQUEUED, REFRESH_DUE -> 1;
                case GIVEN_UP, REFUSED, REFRESHED -> 2;
                case FORGOTTEN -> 3;
            };
        }
        return step instanceof HistoryStep.Tracked ? 0 : 2;
    }
}
