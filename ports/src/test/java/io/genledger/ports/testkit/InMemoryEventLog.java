package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A log that lasts as long as the object. */
public final class InMemoryEventLog implements EventLog {

    private final Map<GenerationId, List<QueueEvent>> entries = new HashMap<>();

    @Override
    public synchronized List<QueueEvent> of(GenerationId id) {
        return entries.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(QueueEvent::at))
                .toList();
    }

    synchronized void add(GenerationId id, QueueEvent entry) {
        entries.computeIfAbsent(id, first -> new ArrayList<>()).add(entry);
    }
}
