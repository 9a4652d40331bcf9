package io.genledger.ports.testkit;

import io.genledger.ports.ledger.admin.ArchivedEntries;
import io.genledger.ports.ledger.admin.ArchivedEntry;
import java.util.ArrayList;
import java.util.List;

/** Archived entries in memory, in the order in which they were added. */
public final class InMemoryArchivedEntries implements ArchivedEntries {

    private final List<ArchivedEntry> entries = new ArrayList<>();

    /** Adds an entry, whose place must be after those of the others. */
    public void add(ArchivedEntry entry) {
        entries.add(entry);
    }

    @Override
    public List<ArchivedEntry> after(long place, int most) {
        return entries.stream().filter(entry -> entry.place() > place).limit(most).toList();
    }

    @Override
    public long last() {
        return entries.isEmpty() ? 0 : entries.get(entries.size() - 1).place();
    }
}
