package io.genledger.adapter.json.binding;

import io.genledger.adapter.json.value.Limits;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.MetadataField;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;

/** A document that is being decoded. */
public final class DocumentInput {

    private final MetadataDocument document;
    private final byte[] bytes;

    /**
     * @throws UndecodableDocumentException if the document is longer than {@link
     *     Limits#DOCUMENT_BYTES}, or its time of receipt is beyond the limits
     */
    public DocumentInput(MetadataDocument document) {
        this.document = document;
        this.bytes = document.uncopied();
        if (bytes.length > Limits.DOCUMENT_BYTES) {
            String limit = "at most " + Limits.DOCUMENT_BYTES + " bytes, found ";
            throw refusal(null, limit + bytes.length);
        }
        // It is the time of creation of a generation whose document and id state none.
        if (!Limits.contain(document.receivedAt())) {
            String limit = "a time of receipt" + Limits.TIMES + ", found ";
            throw refusal(null, limit + document.receivedAt() + ": check this computer's clock");
        }
    }

    /** Applies {@code reading} to the document from its beginning; translates its exceptions. */
    public <T> T read(Function<JsonParser, T> reading) {
        try (JsonParser parser = Binding.MAPPER.createParser(bytes)) {
            try {
                return reading.apply(parser);
            } catch (JacksonException fault) {
                throw new Fault(fault, bytes).in(FieldPath.of(fault, parser));
            }
        } catch (JacksonException unknownEncoding) {
            throw new Fault(unknownEncoding, bytes).in(Optional.empty());
        }
    }

    /** The bytes of the document; not a copy. */
    public byte[] bytes() {
        return bytes;
    }

    /** The id that was requested or given with the document; empty if there was none. */
    public Optional<GenerationId> requested() {
        return document.requested();
    }

    /**
     * The id of the generation.
     *
     * @throws UndecodableDocumentException if {@code stated} is empty
     */
    public static GenerationId required(Optional<GenerationId> stated) {
        return stated.orElseThrow(
                () -> refusal(MetadataField.ID.wireName(), "the generation's id, found none"));
    }

    /** The time of creation, {@code stated} or from another source. */
    public CreationTime created(Optional<Instant> stated, GenerationId id) {
        return CreationTime.of(stated, id, document.receivedAt());
    }

    /** The refusal of a document as a whole; {@code field} is the missing one, null for none. */
    public static UndecodableDocumentException refusal(@Nullable String field, String expected) {
        return new UndecodableDocumentException(
                Optional.ofNullable(field), 1, "expected " + expected, null);
    }
}
