package io.genledger.ports.queue.admin;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.AttemptOutcome;

/**
 * A fetched document that could not be recorded under the requested id.
 *
 * @param outcome what is wrong with it, and the time of its last receipt
 * @param times how often the same bytes were received; at least 1
 * @param document the document as last received
 */
public record QuarantinedDocument(AttemptOutcome outcome, int times, MetadataDocument document) {}
