package io.genledger.domain.finding;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.ZeroReason;
import io.genledger.domain.generation.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The result of the rules for one generation.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="assessment"}
 *
 * @param spend the spend, or why it is unknown
 * @param zeroReason why no credits were charged; empty if credits were charged, or the charge is
 *     unknown
 * @param findings the findings, in the order of the rules
 */
public record Assessment(Spend spend, Optional<ZeroReason> zeroReason, List<Finding> findings) {

    /** Copies the findings. */
    public Assessment {
        findings = List.copyOf(findings);
    }

    /** Assesses by {@link Expectations#STANDARD} and the standard findings. */
    public static Assessment of(Generation generation) {
        return of(generation, Expectations.STANDARD);
    }

    /** Assesses by the spend rule of {@code expectations} and the standard findings. */
    public static Assessment of(Generation generation, Expectations expectations) {
        return of(generation, expectations, FindingRule.standard());
    }

    /** Assesses by the spend rule of {@code expectations} and the caller's finding rules. */
    public static Assessment of(
            Generation generation, Expectations expectations, List<FindingRule> rules) {
        List<Finding> findings = new ArrayList<>(0);
        for (FindingRule each : rules) {
            each.findIn(generation, expectations).ifPresent(findings::add);
        }
        return new Assessment(
                expectations.spendRule().spendOf(generation),
                ZeroReason.of(generation, expectations.planOf(generation)),
                findings);
    }

    /** The spend line by line; empty if it is unknown. */
    public Optional<Breakdown> breakdown() {
        return spend.fold(known -> Optional.of(Breakdown.of(known)), unknown -> Optional.empty());
    }
}
