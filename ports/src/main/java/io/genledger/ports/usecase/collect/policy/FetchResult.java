package io.genledger.ports.usecase.collect.policy;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.Optional;

/** The result of fetching one claimed id and decoding its document. */
public sealed interface FetchResult {

    /**
     * The record of the id.
     *
     * @param entry the figures of the record
     * @param document the document they were decoded from
     */
    record Decoded(LedgerEntry entry, MetadataDocument document) implements FetchResult {}

    /**
     * The source has no record of the id.
     *
     * @param message the source's message, for the user
     * @param unasked why another key that may find the record was not asked, for the user; empty if
     *     all were
     */
    record NotFound(String message, Optional<String> unasked) implements FetchResult {

        /** Without other keys. */
        public NotFound(String message) {
            this(message, Optional.empty());
        }
    }

    /**
     * The source rejected the id.
     *
     * @param message the source's message, for the user
     */
    record Rejected(String message) implements FetchResult {}

    /**
     * The source returned a document that cannot be decoded or is incomplete.
     *
     * @param reason why, for the user
     */
    record Undecodable(String reason, MetadataDocument document) implements FetchResult {}

    /**
     * The source returned the record of another id.
     *
     * @param other the id of the record
     */
    record OtherId(GenerationId other, MetadataDocument document) implements FetchResult {}

    /**
     * The source was unavailable, or limited the rate.
     *
     * @param outage why
     */
    record Unavailable(SourceUnavailableException outage) implements FetchResult {}

    /**
     * The source refused this request, and so every other.
     *
     * @param refusal why
     */
    record Refused(SourceRefusedException refusal) implements FetchResult {}

    /**
     * Genledger itself failed.
     *
     * @param fault a runtime exception or an error
     */
    record Faulted(Throwable fault) implements FetchResult {}
}
