package io.genledger.domain.report;

import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.stream.Stream;

/**
 * All findings with one code. Adding is associative and commutative, so that an audit says the same
 * in whatever order it went through the ledger.
 *
 * @param code the code
 * @param severity the highest among them
 * @param sentence what was found, for people
 * @param count how many generations it was found in
 * @param atStake the money they put in question, as far as that can be told
 * @param atStakeUnknown for how many of them it cannot be told
 * @param examples the first ids, at most {@value #EXAMPLES}
 */
public record FindingGroup(
        String code,
        Severity severity,
        String sentence,
        long count,
        UsdAmount atStake,
        long atStakeUnknown,
        List<GenerationId> examples) {

    /** How many ids a group names at most. */
    public static final int EXAMPLES = 3;

    /** Sorts the examples and keeps the first. */
    public FindingGroup {
        examples = examples.stream().sorted().distinct().limit(EXAMPLES).toList();
    }

    /** A group of one. */
    public static FindingGroup of(GenerationId id, Finding finding) {
        return new FindingGroup(
                finding.code(),
                finding.severity(),
                finding.sentence(),
                1,
                finding.atStake().orElse(UsdAmount.ZERO),
                finding.atStake().isPresent() ? 0 : 1,
                List.of(id));
    }

    /**
     * Both together.
     *
     * @throws IllegalArgumentException if {@code other} has another code
     */
    public FindingGroup plus(FindingGroup other) {
        if (!code.equals(other.code)) {
            throw new IllegalArgumentException(code + " and " + other.code + " do not add up");
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
