package io.genledger.app.view.quarantine;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.quarantine.QuarantinedDocument;
import java.nio.charset.StandardCharsets;

/**
 * The answer of {@code quarantine show}.
 *
 * @param document its description
 * @param body its bytes decoded as UTF-8; U+FFFD stands for bytes that are not
 */
public record QuarantineBodyView(QuarantinedView document, String body) {

    /** The view of {@code document} with its bytes. */
    public static QuarantineBodyView of(QuarantinedDocument document, MetadataDocument bytes) {
        return new QuarantineBodyView(
                QuarantinedView.of(document), new String(bytes.bytes(), StandardCharsets.UTF_8));
    }
}
