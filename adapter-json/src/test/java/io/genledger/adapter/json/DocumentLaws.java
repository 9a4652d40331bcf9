package io.genledger.adapter.json;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The laws that hold for every document of any bytes. */
final class DocumentLaws {

    /** More than the longest reason has. */
    private static final int LONG_REASON = 400;

    /** Plain English, and no word of the parser's. */
    private static final Pattern OURS =
            Pattern.compile("expected (?!.*(?:[Jj]ackson|[Tt]oken |java\\.)).*");

    private static final GenerationId ASKED = new GenerationId("gen-asked");
    private static final MetadataDecoder RECORDS = new JacksonMetadataDecoder();
    private static final MetadataDecoder COMPLETIONS = new JacksonCompletionDecoder();
    private static final MetadataDecoder EITHER = new JacksonDocumentDecoder();

    private DocumentLaws() {}

    /**
     * Each decoder reads the document or refuses it with a reason fit to be shown, and the decoder
     * of both kinds reads what the decoder of the document's kind reads.
     *
     * @throws AssertionError if one of these does not hold
     */
    static void check(byte[] bytes) {
        MetadataDocument document = documentOf(bytes);
        Generation record = decodedOrRefused(RECORDS, document);
        Generation completion = decodedOrRefused(COMPLETIONS, document);
        Generation either = decodedOrRefused(EITHER, document);
        if (either != null) {
            boolean isRecord = either.shape().kind() == DocumentKind.METADATA;
            require(either.equals(isRecord ? record : completion), "two decoders disagree");
        }
        require(record == null || record.equals(either), "a record was taken for something else");
    }

    private static @Nullable Generation decodedOrRefused(
            MetadataDecoder decoder, MetadataDocument document) {
        try {
            return decoder.decode(document);
        } catch (UndecodableDocumentException refused) {
            if (refused.line() < 1 || !isPlain(refused)) {
                throw new AssertionError("not fit to be shown", refused);
            }
            return null;
        }
    }

    /** What follows "found" may quote the document; what is before speaks for itself. */
    private static boolean isPlain(UndecodableDocumentException refused) {
        String reason = refused.reason();
        int found = reason.indexOf(", found ");
        return found > 0
                && OURS.matcher(reason.substring(0, found)).matches()
                && reason.length() < LONG_REASON
                && refused.field().map(String::length).orElse(0) < LONG_REASON
                && (reason + refused.field()).chars().noneMatch(Character::isISOControl);
    }

    private static MetadataDocument documentOf(byte[] bytes) {
        return new MetadataDocument(Optional.of(ASKED), bytes, Documents.RECEIVED);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
