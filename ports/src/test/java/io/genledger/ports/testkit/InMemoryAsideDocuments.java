package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.AsideDocument;
import io.genledger.ports.AsideDocuments;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.MetadataDocument;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Bodies kept aside for as long as the object lasts. */
public final class InMemoryAsideDocuments implements AsideDocuments {

    private final Map<GenerationId, List<AsideDocument>> documents = new HashMap<>();

    @Override
    public synchronized List<AsideDocument> of(GenerationId id) {
        return List.copyOf(documents.getOrDefault(id, List.of()));
    }

    @Override
    public synchronized long countIds() {
        return documents.size();
    }

    synchronized void keep(GenerationId id, LastAnswer answer, MetadataDocument document) {
        List<AsideDocument> kept = documents.computeIfAbsent(id, first -> new ArrayList<>());
        int times = 1;
        for (AsideDocument other : List.copyOf(kept)) {
            if (Arrays.equals(other.document().bytes(), document.bytes())) {
                times = other.times() + 1;
                kept.remove(other);
            }
        }
        kept.add(new AsideDocument(answer, times, document));
        if (kept.size() > MOST_PER_ID) {
            kept.remove(0);
        }
    }
}
