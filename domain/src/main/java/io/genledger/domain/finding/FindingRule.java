package io.genledger.domain.finding;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Optional;

/**
 * A rule that looks for one oddity in a record. It must be pure: the same record always has the
 * same finding.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="rule"}
 */
@FunctionalInterface
public interface FindingRule {

    /**
     * The finding in {@code generation}; empty if there is none.
     *
     * @param expectations facts the caller knows beside the record
     */
    Optional<Finding> findIn(Generation generation, Expectations expectations);

    /** All of {@link StandardFindings}; callers may pass a list of their own instead. */
    static List<FindingRule> standard() {
        return StandardFindings.ALL;
    }
}
