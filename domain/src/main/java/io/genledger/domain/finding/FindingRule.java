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
     * @param expectations facts that are not in the record
     */
    Optional<Finding> findIn(Generation generation, Expectations expectations);

    /** All of {@link StandardFindings}. */
    static List<FindingRule> standard() {
        return StandardFindings.ALL;
    }
}
