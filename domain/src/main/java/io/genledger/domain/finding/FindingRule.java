package io.genledger.domain.finding;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Optional;

/**
 * One thing to look for in a record. Must be pure: the same record, the same answer.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="rule"}
 */
@FunctionalInterface
public interface FindingRule {

    /**
     * What was found, or nothing.
     *
     * @param expectations what the caller knows beside the record
     */
    Optional<Finding> findIn(Generation generation, Expectations expectations);

    /** All of {@link StandardFindings}; callers may pass a list of their own instead. */
    static List<FindingRule> standard() {
        return StandardFindings.ALL;
    }
}
