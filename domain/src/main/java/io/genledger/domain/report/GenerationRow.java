package io.genledger.domain.report;

import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.GenerationId;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One generation by its newest revision.
 *
 * @param id the generation
 * @param created its time of creation, in microseconds
 * @param texts its text in each dimension that is no time; none where the record states none
 * @param totals its figures
 * @param latency {@code latency}; empty if the record states none
 * @param generationTime {@code generation_time}; empty if the record states none
 * @param findings the recorded findings; those that the account's plan decides are not among them
 */
public record GenerationRow(
        GenerationId id,
        Instant created,
        Map<Dimension, String> texts,
        SpendTotals totals,
        Optional<Duration> latency,
        Optional<Duration> generationTime,
        Set<StandardFindings> findings) {

    /** Copies the texts, in the order of the dimensions, and the findings. */
    public GenerationRow {
        Map<Dimension, String> copy = new EnumMap<>(Dimension.class);
        copy.putAll(texts);
        texts = Collections.unmodifiableMap(copy);
        findings = Set.copyOf(findings);
    }
}
