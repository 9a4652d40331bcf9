package io.genledger.domain.cost;

import io.genledger.domain.generation.Generation;
import java.util.List;
import java.util.Optional;

/**
 * What the rules say about one generation.
 *
 * @param spend what it cost, or why that is unknown
 * @param zeroReason why nothing was charged, where nothing was
 * @param findings what a reader should know, in the order of the rules
 */
public record Assessment(Spend spend, Optional<ZeroReason> zeroReason, List<Finding> findings) {

    /** Copies the findings. */
    public Assessment {
        findings = List.copyOf(findings);
    }

    /** Assesses by OpenRouter's rule and the standard findings. */
    public static Assessment of(Generation generation) {
        return of(generation, SpendRule.OPENROUTER, FindingRule.standard());
    }

    /** Assesses by the caller's own rules. */
    public static Assessment of(Generation generation, SpendRule rule, List<FindingRule> rules) {
        return new Assessment(
                rule.spendOf(generation.charges()),
                ZeroReason.of(generation),
                rules.stream().flatMap(each -> each.findIn(generation).stream()).toList());
    }
}
