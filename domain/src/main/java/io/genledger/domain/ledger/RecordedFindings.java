package io.genledger.domain.ledger;

import io.genledger.domain.finding.Expectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.UsdAmount;
import java.math.RoundingMode;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The standard findings in a record, as a ledger keeps them with its entry. They do not depend on
 * the account's plan: where the plan decides, the rule is kept as undecided and applied when the
 * ledger is audited.
 *
 * @param rulesVersion the {@link StandardFindings#RULES_VERSION} of the rules that found them; 0 if
 *     the rules were never applied
 * @param atStake the findings, each with the money it puts in question, which has at most {@value
 *     #STAKE_DECIMALS} decimals; an empty amount is unknown
 * @param undecided the rules whose finding depends on the account's plan; empty without BYOK
 */
public record RecordedFindings(
        int rulesVersion,
        Map<StandardFindings, Optional<UsdAmount>> atStake,
        Set<StandardFindings> undecided) {

    /**
     * The decimals of money in question. They are twice those of a posted amount, because a finding
     * may concern the digits that a posting loses.
     */
    public static final int STAKE_DECIMALS = 24;

    private static final List<StandardFindings> RULES = List.of(StandardFindings.values());

    /** What is kept for a document that cannot be decoded any more. */
    public static final RecordedFindings UNREADABLE =
            new RecordedFindings(
                    StandardFindings.RULES_VERSION,
                    Map.of(StandardFindings.DOCUMENT_UNREADABLE, Optional.empty()),
                    Set.of());

    /** Copies the findings and puts them in the order of the rules. */
    public RecordedFindings {
        atStake =
                atStake.isEmpty() ? Map.of() : Collections.unmodifiableMap(new EnumMap<>(atStake));
        undecided =
                undecided.isEmpty()
                        ? Set.of()
                        : Collections.unmodifiableSet(EnumSet.copyOf(undecided));
    }

    /**
     * The findings in {@code generation} by today's rules.
     *
     * @param expectations facts that are not in the record; its plans are not used
     */
    public static RecordedFindings of(Generation generation, Expectations expectations) {
        Map<StandardFindings, Optional<UsdAmount>> found = new EnumMap<>(StandardFindings.class);
        Set<StandardFindings> undecided = EnumSet.noneOf(StandardFindings.class);
        for (StandardFindings rule : RULES) {
            if (rule.dependsOnPlan(generation)) {
                undecided.add(rule);
                continue;
            }
            Optional<Finding> finding = rule.findIn(generation, expectations);
            if (finding.isPresent()) {
                found.put(rule, atStake(finding.get()));
            }
        }
        return new RecordedFindings(StandardFindings.RULES_VERSION, found, undecided);
    }

    /** The money that {@code finding} puts in question, rounded half-even to its precision. */
    public static Optional<UsdAmount> atStake(Finding finding) {
        return finding.atStake()
                .map(amount ->
                        amount.decimals() > STAKE_DECIMALS
                                ? amount.roundedTo(STAKE_DECIMALS, RoundingMode.HALF_EVEN)
                                : amount);
    }

    /** Whether the rules of today are newer, so that they may find something else. */
    public boolean isByOlderRules() {
        return rulesVersion < StandardFindings.RULES_VERSION;
    }

    /** The bits of the findings (see {@link StandardFindings#mask}). */
    public long bits() {
        return bitsOf(atStake.keySet());
    }

    /** The bits of the undecided rules. */
    public long undecidedBits() {
        return bitsOf(undecided);
    }

    private static long bitsOf(Set<StandardFindings> rules) {
        long bits = 0;
        for (StandardFindings rule : rules) {
            bits |= rule.mask();
        }
        return bits;
    }
}
