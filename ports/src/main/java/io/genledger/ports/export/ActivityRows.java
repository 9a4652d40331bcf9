package io.genledger.ports.export;

import io.genledger.ports.document.MetadataDocument;
import java.util.Map;
import java.util.Optional;

/** Finds the rows of Activity CSVs among archived documents. Thread-safe. */
@FunctionalInterface
public interface ActivityRows {

    /**
     * The texts of the row's columns by their names, as they came; empty if the document is of
     * another kind, or was removed.
     */
    Optional<Map<String, String>> of(MetadataDocument document);
}
