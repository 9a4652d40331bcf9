package io.genledger.domain.audit;

import static java.time.ZoneOffset.UTC;

import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.money.UsdAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
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
 * @param days the days in UTC that have one, each with the number of generations created on it;
 *     together they are {@code count}
 * @param last the latest time of creation of a generation with this finding
 * @param examples the earliest generations, at most {@value #EXAMPLES} and at least one
 */
public record FindingGroup(
        String code,
        Severity severity,
        String sentence,
        long count,
        UsdAmount atStake,
        long atStakeUnknown,
        SortedMap<LocalDate, Long> days,
        Instant last,
        List<FindingExample> examples) {

    /** The largest number of examples in a group. */
    public static final int EXAMPLES = 3;

    /** Copies the days; sorts the examples and keeps the first. */
    public FindingGroup {
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
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
                new TreeMap<>(Map.of(LocalDate.ofInstant(example.created(), UTC), 1L)),
                example.created(),
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
        SortedMap<LocalDate, Long> all = new TreeMap<>(days);
        other.days.forEach((day, more) -> all.merge(day, more, Math::addExact));
        return new FindingGroup(
                code,
                severity.compareTo(other.severity) >= 0 ? severity : other.severity,
                sentence.compareTo(other.sentence) <= 0 ? sentence : other.sentence,
                Math.addExact(count, other.count),
                atStake.plus(other.atStake),
                Math.addExact(atStakeUnknown, other.atStakeUnknown),
                all,
                last.isAfter(other.last) ? last : other.last,
                Stream.concat(examples.stream(), other.examples.stream()).toList());
    }

    /** The time of creation of the earliest generation with this finding. */
    public Instant first() {
        return examples.get(0).created();
    }
}
