package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/** Opens documents within {@link Limits}, and says in plain words which of them are not JSON. */
final class DocumentInput {

    /** Reads and writes JSON; immutable, and the same for all. */
    static final JsonMapper MAPPER =
            JsonMapper.builder(
                            JsonFactory.builder()
                                    .streamReadConstraints(
                                            StreamReadConstraints.builder()
                                                    .maxNestingDepth(Limits.NESTING)
                                                    .maxNumberLength(Limits.NUMBER_TEXT)
                                                    .maxStringLength(Limits.STRING_CHARS)
                                                    .maxNameLength(Limits.NAME_CHARS)
                                                    .build())
                                    .build())
                    .build();

    private DocumentInput() {}

    /**
     * What a reader makes of a document.
     *
     * @throws UndecodableDocumentException if it is too long, not JSON, or refused by the reader
     */
    static <T> T read(byte[] bytes, Function<Tokens, DocumentReader<T>> readers) {
        if (bytes.length > Limits.DOCUMENT_BYTES) {
            throw new UndecodableDocumentException(
                    Optional.empty(),
                    1,
                    "expected at most %,d bytes, found %,d"
                            .formatted(Limits.DOCUMENT_BYTES, bytes.length),
                    null);
        }
        try (JsonParser parser = MAPPER.createParser(bytes)) {
            return read(bytes, readers.apply(new Tokens(parser)));
        } catch (JacksonException unknownEncoding) {
            throw SyntaxFault.in(bytes, Optional.empty(), unknownEncoding);
        }
    }

    private static <T> T read(byte[] bytes, DocumentReader<T> reader) {
        try {
            return reader.document();
        } catch (JacksonException fault) {
            throw SyntaxFault.in(bytes, reader.reading(), fault);
        }
    }
}
