package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Short ways to decode a document written in a test. */
final class Documents {

    static final Instant RECEIVED = Instant.parse("2026-11-01T00:00:00Z");

    private static final JacksonMetadataDecoder DECODER = new JacksonMetadataDecoder();

    private Documents() {}

    /** The generation in a document that came by itself. */
    static Generation decode(String json) {
        return decode(json.getBytes(StandardCharsets.UTF_8));
    }

    /** The generation in a document that came by itself. */
    static Generation decode(byte[] bytes) {
        return DECODER.decode(document(bytes));
    }

    /** A document that came by itself. */
    static MetadataDocument document(String json) {
        return document(json.getBytes(StandardCharsets.UTF_8));
    }

    /** A document that came by itself. */
    static MetadataDocument document(byte[] bytes) {
        return new MetadataDocument(Optional.empty(), bytes, RECEIVED);
    }

    /** The generation in the response for {@code id}. */
    static Generation decodeFor(String id, String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return DECODER.decode(
                new MetadataDocument(Optional.of(new GenerationId(id)), bytes, RECEIVED));
    }

    /** The generation in a document that states an id and these fields. */
    static Generation withFields(String fields) {
        return decode("{\"data\":{\"id\":\"gen-1\"," + fields + "}}");
    }
}
