package io.genledger.adapter.json;

import io.genledger.domain.generation.Generation;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.MetadataDocument;
import io.genledger.ports.UndecodableDocumentException;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the metadata of {@code GET /generation}: wrapped in {@code data} or bare, in OpenRouter's
 * spelling or its SDK's, numbers as JSON numbers or in strings (contract.md, "The fields of data").
 * Only the id is indispensable. A field that is there must make sense, or the document is refused
 * with the field's name; fields nobody documented yet are listed in the generation's shape.
 *
 * <p>Takes documents of up to {@value #MAX_DOCUMENT_BYTES} bytes in UTF-8, UTF-16 or UTF-32.
 * Immutable and safe for use by many threads.
 */
public final class JacksonMetadataDecoder implements MetadataDecoder {

    /** The longest document that is read, in bytes. */
    public static final int MAX_DOCUMENT_BYTES = Limits.DOCUMENT_BYTES;

    private final JsonMapper mapper =
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

    /** Builds the one mapper it keeps. */
    public JacksonMetadataDecoder() {}

    @Override
    public Generation decode(MetadataDocument document) {
        byte[] bytes = document.bytes();
        if (bytes.length > MAX_DOCUMENT_BYTES) {
            throw new UndecodableDocumentException(
                    Optional.empty(),
                    1,
                    "expected at most %,d bytes, found %,d"
                            .formatted(MAX_DOCUMENT_BYTES, bytes.length),
                    null);
        }
        return new GenerationMapping(wireOf(bytes), document).generation();
    }

    private WireGeneration wireOf(byte[] bytes) {
        try (JsonParser parser = mapper.createParser(bytes)) {
            return wireOf(bytes, parser);
        } catch (JacksonException unknownEncoding) {
            throw SyntaxFault.in(bytes, Optional.empty(), unknownEncoding);
        }
    }

    private WireGeneration wireOf(byte[] bytes, JsonParser parser) {
        WireReader reader = new WireReader(parser, mapper);
        try {
            return reader.document();
        } catch (JacksonException fault) {
            throw SyntaxFault.in(bytes, reader.reading(), fault);
        }
    }
}
