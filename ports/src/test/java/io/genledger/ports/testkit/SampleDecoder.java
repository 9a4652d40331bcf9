package io.genledger.ports.testkit;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the documents that {@link SampleGenerations#document} writes: they name an id or none, and
 * stand for the complete sample of that id.
 */
public final class SampleDecoder implements MetadataDecoder {

    /** A document that names no id. */
    public static final String WITHOUT_ID = "{\"data\":{}}";

    private static final Pattern DOCUMENT =
            Pattern.compile("\\{\"data\":\\{(?:\"id\":\"([^\"]+)\")?\\}\\}");

    @Override
    public Generation decode(MetadataDocument document) {
        Matcher parts = DOCUMENT.matcher(new String(document.bytes(), StandardCharsets.UTF_8));
        if (!parts.matches()) {
            throw new UndecodableDocumentException(
                    Optional.empty(), 1, "not a sample document", null);
        }
        return SampleGenerations.complete(
                Optional.ofNullable(parts.group(1))
                        .map(GenerationId::new)
                        .orElseThrow(SampleDecoder::withoutId));
    }

    private static UndecodableDocumentException withoutId() {
        return new UndecodableDocumentException(
                Optional.of("id"), 1, "the document states no id", null);
    }
}
