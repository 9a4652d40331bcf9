package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An event log in memory. */
public final class InMemoryEventLog implements EventLog {

    private final Map<GenerationId, List<QueueEvent>> events = new HashMap<>();

    @Override
    public synchronized List<QueueEvent> of(GenerationId id) {
        return events.getOrDefault(id, List.of()).stream()
                .sorted(Comparator.comparing(QueueEvent::at))
                .toList();
    }

    synchronized void add(GenerationId id, QueueEvent event) {
        events.computeIfAbsent(id, first -> new ArrayList<>()).add(event);
    }
}
