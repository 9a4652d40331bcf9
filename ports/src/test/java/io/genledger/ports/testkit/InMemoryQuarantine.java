package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QuarantinedDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Quarantined documents in memory. */
public final class InMemoryQuarantine implements Quarantine {

    private final Map<GenerationId, List<QuarantinedDocument>> documents = new HashMap<>();

    @Override
    public synchronized List<QuarantinedDocument> of(GenerationId id) {
        return List.copyOf(documents.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized long countIds() {
        return documents.size();
    }

    synchronized void add(GenerationId id, AttemptOutcome outcome, MetadataDocument document) {
        List<QuarantinedDocument> kept = documents.computeIfAbsent(id, first -> new ArrayList<>());
        int times = 1;
        for (QuarantinedDocument other : List.copyOf(kept)) {
            if (Arrays.equals(other.document().bytes(), document.bytes())) {
                times = other.times() + 1;
                kept.remove(other);
            }
        }
        kept.add(new QuarantinedDocument(outcome, times, document));
        if (kept.size() > MOST_PER_ID) {
            kept.remove(0);
        }
    }
}
