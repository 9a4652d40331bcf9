package io.genledger.ports.quarantine;

import io.genledger.ports.document.MetadataDocument;

/**
 * A document of a file that could not be decoded.
 *
 * @param rejection its last place in a file, and the reason
 * @param times number of times it was read, 1 or more
 * @param document its bytes without the line end, and the time at which it was read last
 */
public record RejectedDocument(Rejection rejection, long times, MetadataDocument document) {}
