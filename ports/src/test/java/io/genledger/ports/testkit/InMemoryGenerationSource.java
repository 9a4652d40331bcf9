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

/** A source of documents in memory, which also stores the requested ids. */
public final class InMemoryGenerationSource implements GenerationSource {

    private final Map<GenerationId, byte[]> bodies = new HashMap<>();
    private final List<GenerationId> requests = new ArrayList<>();

    /** A source that cannot be reached. */
    public static GenerationSource unreachable() {
        return id -> {
            throw new SourceUnavailableException("connection refused", null);
        };
    }

    /** A source that refuses every request. */
    public static GenerationSource refusing() {
        return id -> {
            throw new SourceRefusedException("the key is not valid");
        };
    }

    /** Adds the document of {@code id}. */
    public synchronized InMemoryGenerationSource add(GenerationId id, byte[] body) {
        bodies.put(id, body.clone());
        return this;
    }

    /** The ids requested so far, in order. */
    public synchronized List<GenerationId> requests() {
        return List.copyOf(requests);
    }

    @Override
    public synchronized FetchOutcome fetch(GenerationId id) {
        requests.add(id);
        return Optional.ofNullable(bodies.get(id))
                .<FetchOutcome>map(body -> new FetchOutcome.Found(documentOf(id, body)))
                .orElseGet(() -> new FetchOutcome.NotFound(id, "no such generation"));
    }

    private static MetadataDocument documentOf(GenerationId id, byte[] body) {
        return new MetadataDocument(Optional.of(id), body, SampleGenerations.RECEIVED);
    }
}
