package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Optional;

/** One thing to look for in a record. */
@FunctionalInterface
public interface FindingRule {

    /** What was found, or nothing. */
    Optional<Finding> findIn(Generation generation);

    /** The rules this library knows; callers may pass a list of their own instead. */
    static List<FindingRule> standard() {
        return List.of(StandardFindings.values());
    }
}
