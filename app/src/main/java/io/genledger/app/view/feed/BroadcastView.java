package io.genledger.app.view.feed;

import java.util.Optional;

/**
 * The answer to a delivery of Broadcast, in the form of OTLP/JSON.
 *
 * @param partialSuccess what was rejected; empty if nothing was
 */
public record BroadcastView(Optional<PartialSuccess> partialSuccess) {

    /** The answer to a delivery of which nothing was rejected. */
    public static final BroadcastView SUCCESS = new BroadcastView(Optional.empty());

    /**
     * The rejected part of a delivery. It is in the ledger's quarantine.
     *
     * @param rejectedSpans number of rejected documents, 1 or more
     * @param errorMessage the place and reason of the first
     */
    public record PartialSuccess(long rejectedSpans, String errorMessage) {}
}
