package io.genledger.ports.export;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.token.NativeTokens;
import io.genledger.ports.document.MetadataDocument;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of a ledger.
 *
 * @param place where it stands in the ledger
 * @param id the generation
 * @param created the time of creation, in microseconds
 * @param origin the document from which it was decoded
 * @param texts its text in each dimension that is no time; none where the document states none
 * @param posting its amounts; those of a cancellation are the ones that it takes back
 * @param tokens its native token counts
 * @param latency {@code latency}, in microseconds; empty if not stated
 * @param generationTime {@code generation_time}, in microseconds; empty if not stated
 * @param findings the findings in its record that no account's plan decides; empty if the rules of
 *     another version were applied
 * @param document the original document; empty if the query asks for none, and for a cancellation
 */
public record ExportRow(
        EntryPlace place,
        GenerationId id,
        CreationTime created,
        EntryOrigin origin,
        Map<Dimension, String> texts,
        Posting posting,
        NativeTokens tokens,
        Optional<Duration> latency,
        Optional<Duration> generationTime,
        Optional<Set<StandardFindings>> findings,
        Optional<MetadataDocument> document) {

    /** Its text in a dimension that is no time; empty where the document states none. */
    public Optional<String> text(Dimension dimension) {
        return Optional.ofNullable(texts.get(dimension));
    }
}
