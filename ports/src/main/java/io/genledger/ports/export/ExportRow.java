package io.genledger.ports.export;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.token.NativeTokens;
import io.genledger.ports.document.MetadataDocument;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * One entry of a ledger.
 *
 * @param number its place in the ledger, from 1
 * @param isCancellation whether it takes back the entry that a later revision of its generation
 *     replaced; its figures are those of that entry
 * @param revision the number of the revision, from 1
 * @param id the generation
 * @param kind the kind of document it was decoded from
 * @param created the time of creation, in microseconds
 * @param recorded the time of recording, in microseconds
 * @param texts its text in each dimension that is no time; none where the document states none
 * @param posting its amounts
 * @param trust how far these can be relied on
 * @param tokens its native token counts
 * @param latency {@code latency}; empty if not stated
 * @param generationTime {@code generation_time}; empty if not stated
 * @param document the original document; empty if the query asks for none
 */
public record ExportRow(
        long number,
        boolean isCancellation,
        int revision,
        GenerationId id,
        DocumentKind kind,
        Instant created,
        Instant recorded,
        Map<Dimension, String> texts,
        Posting posting,
        Trust trust,
        NativeTokens tokens,
        Optional<Duration> latency,
        Optional<Duration> generationTime,
        Optional<MetadataDocument> document) {}
