package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.ledger.ArchivedRecord;
import io.genledger.ports.ledger.DocumentLookup;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Looks up records in a ledger in memory.
 *
 * @param ledger the ledger
 */
public record InMemoryDocumentLookup(InMemoryLedger ledger) implements DocumentLookup {

    @Override
    public Optional<ArchivedRecord> find(GenerationId id) {
        List<InMemoryLedger.Entry> entries = ledger.entries();
        return IntStream.iterate(entries.size(), number -> number > 0, number -> number - 1)
                .filter(number -> isOf(entries.get(number - 1), id))
                .mapToObj(number -> found(number, entries.get(number - 1)))
                .findFirst();
    }

    private static boolean isOf(InMemoryLedger.Entry entry, GenerationId id) {
        return entry.cancels() == 0
                && entry.recording().entry().id().equals(id)
                && !entry.recording().entry().isProvisional();
    }

    private static ArchivedRecord found(int number, InMemoryLedger.Entry entry) {
        return new ArchivedRecord(number, entry.recording().document().bytes(), Optional.empty());
    }
}
