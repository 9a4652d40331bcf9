package io.genledger.adapter.json;

import io.genledger.ports.document.UndecodableDocumentException;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * Reads one document in one pass over its tokens. For one use by one thread.
 *
 * @param <T> what it makes of it
 */
interface DocumentReader<T> {

    /**
     * What the document states: well-formed, not interpreted yet.
     *
     * @throws JacksonException if it is not JSON
     * @throws UndecodableDocumentException if its fields do not fit together
     */
    T document();

    /** The field being read; for faults of the parser. */
    Optional<String> reading();
}
