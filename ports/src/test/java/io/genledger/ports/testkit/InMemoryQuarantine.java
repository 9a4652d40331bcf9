package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.QuarantineOrigin;
import io.genledger.ports.quarantine.QuarantineTotal;
import io.genledger.ports.quarantine.QuarantinedDocument;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Quarantined documents in memory. */
public final class InMemoryQuarantine implements Quarantine, QuarantineEditor {

    private record Entry(QuarantinedDocument description, MetadataDocument document) {}

    /** What tells documents apart. */
    private record Content(Optional<GenerationId> requested, ByteBuffer bytes) {

        static Content of(MetadataDocument document) {
            return new Content(document.requested(), ByteBuffer.wrap(document.bytes()));
        }
    }

    private final NavigableMap<Long, Entry> entries = new TreeMap<>();

    /** The numbers of all documents, also of those that are dropped. */
    private final Map<Content, Long> numbers = new HashMap<>();

    private long lastNumber;

    @Override
    public synchronized List<QuarantinedDocument> newest(int most) {
        return described(entries.descendingMap().values().stream()).limit(most).toList();
    }

    @Override
    public synchronized List<QuarantinedDocument> after(long number, int most) {
        return described(entries.tailMap(number, false).values().stream()).limit(most).toList();
    }

    @Override
    public synchronized List<QuarantinedDocument> of(GenerationId id) {
        QuarantineOrigin fetched = new QuarantineOrigin.Fetched(id);
        return described(entries.values().stream())
                .filter(one -> one.origin().equals(fetched))
                .sorted(Comparator.comparing(QuarantinedDocument::lastReceived))
                .toList();
    }

    private static Stream<QuarantinedDocument> described(Stream<Entry> some) {
        return some.map(Entry::description);
    }

    @Override
    public synchronized Optional<QuarantinedDocument> find(long number) {
        return Optional.ofNullable(entries.get(number)).map(Entry::description);
    }

    @Override
    public synchronized Optional<MetadataDocument> document(long number) {
        return Optional.ofNullable(entries.get(number)).map(Entry::document);
    }

    @Override
    public synchronized QuarantineTotal total() {
        long ids =
                entries.values().stream()
                        .flatMap(entry -> entry.document().requested().stream())
                        .distinct()
                        .count();
        return new QuarantineTotal(entries.size(), ids);
    }

    @Override
    public synchronized void add(List<RejectedDocument> documents) {
        for (RejectedDocument one : documents) {
            Rejection place = one.rejection();
            Instant at = one.document().receivedAt();
            put(
                    new QuarantineOrigin.Imported(place.file(), place.line(), place.field()),
                    AttemptOutcome.of(at, Reason.UNREADABLE, place.reason()),
                    one.times(),
                    one.document());
        }
    }

    /** Adds a document that was fetched for an id. */
    synchronized void add(GenerationId id, AttemptOutcome outcome, MetadataDocument document) {
        put(new QuarantineOrigin.Fetched(id), outcome, 1, document);
        List<QuarantinedDocument> all = of(id);
        all.stream()
                .limit(Math.max(0, all.size() - MOST_PER_ID))
                .forEach(oldest -> entries.remove(oldest.number()));
    }

    private void put(
            QuarantineOrigin origin,
            AttemptOutcome outcome,
            long times,
            MetadataDocument document) {
        Content content = Content.of(document);
        Optional<QuarantinedDocument> same =
                Optional.ofNullable(numbers.get(content)).map(entries::get).map(Entry::description);
        long number = same.map(QuarantinedDocument::number).orElseGet(() -> ++lastNumber);
        QuarantinedDocument description =
                new QuarantinedDocument(
                        number,
                        origin,
                        outcome,
                        same.map(QuarantinedDocument::firstReceived).orElse(document.receivedAt()),
                        document.receivedAt(),
                        times + same.map(QuarantinedDocument::times).orElse(0L),
                        document.bytes().length);
        entries.put(number, new Entry(description, document));
        numbers.put(content, number);
    }

    @Override
    public synchronized Set<Long> drop(Set<Long> numbers) {
        Set<Long> dropped = new TreeSet<>(numbers);
        dropped.retainAll(entries.keySet());
        entries.keySet().removeAll(dropped);
        return dropped;
    }

    @Override
    public synchronized long dropAll() {
        long all = entries.size();
        entries.clear();
        return all;
    }

    /** All documents by their numbers. */
    public synchronized Map<Long, byte[]> bodies() {
        Map<Long, byte[]> bodies = new TreeMap<>();
        entries.forEach((number, entry) -> bodies.put(number, entry.document().bytes()));
        return bodies;
    }
}
