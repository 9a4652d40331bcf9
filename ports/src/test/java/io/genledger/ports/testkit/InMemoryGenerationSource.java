package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A source that holds its documents in memory, and remembers what it was asked for. */
public final class InMemoryGenerationSource implements GenerationSource {

    private final Map<GenerationId, byte[]> bodies = new HashMap<>();
    private final List<GenerationId> asked = new ArrayList<>();

    /** Nobody can reach it. */
    public static GenerationSource unreachable() {
        return id -> {
            throw new SourceUnavailableException("connection refused", null);
        };
    }

    /** It accepts nobody. */
    public static GenerationSource refusing() {
        return id -> {
            throw new SourceRefusedException("the key is not valid");
        };
    }

    /** Knows {@code id} from now on. */
    public synchronized InMemoryGenerationSource add(GenerationId id, byte[] body) {
        bodies.put(id, body.clone());
        return this;
    }

    /** Every request so far, in order. */
    public synchronized List<GenerationId> asked() {
        return List.copyOf(asked);
    }

    @Override
    public synchronized FetchOutcome fetch(GenerationId id) {
        asked.add(id);
        return Optional.ofNullable(bodies.get(id))
                .<FetchOutcome>map(body -> new FetchOutcome.Found(documentOf(id, body)))
                .orElseGet(() -> new FetchOutcome.NotFound(id, "no such generation"));
    }

    private static MetadataDocument documentOf(GenerationId id, byte[] body) {
        return new MetadataDocument(Optional.of(id), body, SampleGenerations.RECEIVED);
    }
}
