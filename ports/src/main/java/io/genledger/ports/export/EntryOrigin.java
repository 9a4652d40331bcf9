package io.genledger.ports.export;

import io.genledger.domain.generation.DocumentKind;
import java.time.Instant;

/**
 * The document from which an entry was decoded.
 *
 * @param kind the kind of document
 * @param isFetched whether it was fetched by the generation's id; else it was imported
 * @param receivedAt the time of receipt, in microseconds
 */
public record EntryOrigin(DocumentKind kind, boolean isFetched, Instant receivedAt) {}
