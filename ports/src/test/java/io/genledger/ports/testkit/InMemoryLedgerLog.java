package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.LedgerLog;
import io.genledger.ports.LogEntry;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log that lasts as long as the object. */
public final class InMemoryLedgerLog implements LedgerLog {

    private final Map<GenerationId, List<LogEntry>> entries = new HashMap<>();

    @Override
    public synchronized List<LogEntry> of(GenerationId id) {
        return entries.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(LogEntry::at))
                .toList();
    }

    synchronized void add(GenerationId id, LogEntry entry) {
        entries.computeIfAbsent(id, first -> new ArrayList<>()).add(entry);
    }
}
