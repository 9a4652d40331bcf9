package io.genledger.domain.audit;

import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All findings with one code. Adding is associative and commutative, so that the order in which an
 * audit reads the ledger does not matter.
 *
 * @param code the code
 * @param severity the highest among them
 * @param sentence the finding in words
 * @param count the number of generations with this finding
 * @param atStake the money they put in question, as far as it is known; the sum of what a ledger
 *     keeps of each (see {@link RecordedFindings#atStake(Finding)})
 * @param atStakeUnknown the number of findings with an unknown amount at stake
 * @param examples the earliest generations, at most {@value #EXAMPLES}
 */
public record FindingGroup(
        String code,
        Severity severity,
        String sentence,
        long count,
        UsdAmount atStake,
        long atStakeUnknown,
        List<FindingExample> examples) {

    /** The largest number of examples in a group. */
    public static final int EXAMPLES = 3;

    /** Sorts the examples and keeps the first. */
    public FindingGroup {
        examples = examples.stream().sorted().distinct().limit(EXAMPLES).toList();
    }

    /** The group of one finding, in the generation {@code example}. */
    public static FindingGroup of(FindingExample example, Finding finding) {
        Optional<UsdAmount> atStake = RecordedFindings.atStake(finding);
        return new FindingGroup(
                finding.code(),
                finding.severity(),
                finding.sentence(),
                1,
                atStake.orElse(UsdAmount.ZERO),
                atStake.isPresent() ? 0 : 1,
                List.of(example));
    }

    /**
     * The group of the findings of both.
     *
     * @throws IllegalArgumentException if {@code other} has a different code
     */
    public FindingGroup plus(FindingGroup other) {
        if (!code.equals(other.code)) {
            throw new IllegalArgumentException(
                    "cannot add findings " + code + " and " + other.code);
        }
        return new FindingGroup(
                code,
                severity.compareTo(other.severity) >= 0 ? severity : other.severity,
                sentence.compareTo(other.sentence) <= 0 ? sentence : other.sentence,
                Math.addExact(count, other.count),
                atStake.plus(other.atStake),
                Math.addExact(atStakeUnknown, other.atStakeUnknown),
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }
}
