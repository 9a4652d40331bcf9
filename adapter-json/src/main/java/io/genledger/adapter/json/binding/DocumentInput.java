package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.UndecodableDocumentException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** A document that is being decoded. */
public final class DocumentInput {

    private final MetadataDocument document;
    private final byte[] bytes;

    /**
     * Takes a document.
     *
     * @throws UndecodableDocumentException if it is longer than {@link Limits#DOCUMENT_BYTES}
     */
    public DocumentInput(MetadataDocument document) {
        this.document = document;
        this.bytes = document.bytes();
        if (bytes.length > Limits.DOCUMENT_BYTES) {
            throw new UndecodableDocumentException(
                    Optional.empty(),
                    1,
                    "expected at most %,d bytes, found %,d"
                            .formatted(Limits.DOCUMENT_BYTES, bytes.length),
                    null);
        }
    }

    /**
     * Reads the document from its beginning.
     *
     * @param reading makes something of the parser's tokens
     * @throws UndecodableDocumentException if the document is not JSON, or {@code reading} refuses
     *     it
     */
    public <T> T read(Function<JsonParser, T> reading) {
        try (JsonParser parser = Binding.MAPPER.createParser(bytes)) {
            return read(parser, reading);
        } catch (JacksonException unknownEncoding) {
            throw new Fault(unknownEncoding, bytes).in(Optional.empty());
        }
    }

    private <T> T read(JsonParser parser, Function<JsonParser, T> reading) {
        try {
            return reading.apply(parser);
        } catch (JacksonException fault) {
            throw new Fault(fault, bytes).in(FieldPath.of(fault, parser));
        }
    }

    /**
     * The id of the generation.
     *
     * @param stated the id that the document states
     * @return that, or else the id that was asked for
     * @throws UndecodableDocumentException if there is neither
     */
    public GenerationId id(Optional<GenerationId> stated) {
        return stated.or(document::requested)
                .orElseThrow(() ->
                        new UndecodableDocumentException(
                                Optional.of(MetadataField.ID.wireName()),
                                1,
                                "expected the generation's id, found none",
                                null));
    }

    /** When the generation was created, as far as is known. */
    public CreationTime created(Optional<Instant> stated, GenerationId id) {
        return CreationTime.of(stated, id, document.receivedAt());
    }
}
