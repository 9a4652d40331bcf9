package io.genledger.ports.quarantine;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;
import java.util.Optional;

/**
 * Reads documents that could not be recorded. They stay until they are dropped, even if a later
 * document of the same generation is recorded. Every method throws {@link
 * LedgerUnavailableException} if the ledger cannot be read.
 */
public interface Quarantine {

    /** The most different documents fetched for one id; the oldest is dropped for a new one. */
    int MOST_PER_ID = 3;

    /**
     * The documents with the highest numbers, in descending order.
     *
     * @param most the most documents to return; 1 or more
     */
    List<QuarantinedDocument> newest(int most);

    /**
     * The documents whose numbers follow {@code number}, in ascending order.
     *
     * @param most the most documents to return; 1 or more
     */
    List<QuarantinedDocument> after(long number, int most);

    /** The documents fetched for one id, by the time of their last receipt. */
    List<QuarantinedDocument> of(GenerationId id);

    /** The description of one document; empty if no document has that number. */
    Optional<QuarantinedDocument> find(long number);

    /** One document, byte for byte; empty if no document has that number. */
    Optional<MetadataDocument> document(long number);

    /** Counts the documents. */
    QuarantineTotal total();
}
