package io.genledger.domain.audit;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;
import java.util.Comparator;

/**
 * A generation with a finding. Examples are ordered by time of creation, then by id.
 *
 * @param created the time of creation
 * @param id the generation
 */
public record FindingExample(Instant created, GenerationId id)
        implements Comparable<FindingExample> {

    private static final Comparator<FindingExample> EARLIEST_FIRST =
            Comparator.comparing(FindingExample::created).thenComparing(FindingExample::id);

    @Override
    public int compareTo(FindingExample other) {
        return EARLIEST_FIRST.compare(this, other);
    }
}
