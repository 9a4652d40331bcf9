package io.genledger.ports.queue.admin;

import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.queue.AttemptOutcome;

/**
 * A body that was kept aside because it could not be recorded under the id that was asked for.
 *
 * @param outcome what is wrong with it, and when it came last
 * @param times how often it came, byte for byte
 * @param document the body, as it came last
 */
public record QuarantinedDocument(AttemptOutcome outcome, int times, MetadataDocument document) {}
