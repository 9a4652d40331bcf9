package io.genledger.app.view.report;

import static java.time.ZoneOffset.UTC;

import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * All findings of one code.
 *
 * @param code the kind of finding, for programs
 * @param severity the highest among them
 * @param sentence the finding, for people
 * @param count number of generations with the finding, 1 or more
 * @param atStake the amount it puts in question, in US dollars, as far as that is known; empty if
 *     it is unknown for each of them
 * @param atStakeUnknown number of them for which that amount is unknown
 * @param first the earliest time of creation of a generation with the finding
 * @param last the latest one
 * @param days the days in UTC that have one, of the last 28 days of the audited period
 * @param examples the earliest of the generations, at most three
 */
public record FindingGroupView(
        String code,
        Severity severity,
        String sentence,
        long count,
        Optional<UsdAmount> atStake,
        long atStakeUnknown,
        Instant first,
        Instant last,
        List<DayCount> days,
        List<GenerationId> examples) {

    /** The number of days that are counted one by one. */
    private static final int DAYS = 28;

    /**
     * The generations of one day that have the finding.
     *
     * @param day the day in UTC
     * @param count their number, 1 or more
     */
    public record DayCount(LocalDate day, long count) {}

    /**
     * The view of {@code group}.
     *
     * @param at the last moment of the audited period
     */
    static FindingGroupView of(FindingGroup group, Instant at) {
        return new FindingGroupView(
                group.code(),
                group.severity(),
                group.sentence(),
                group.count(),
                Optional.of(group.atStake()).filter(any -> group.atStakeUnknown() < group.count()),
                group.atStakeUnknown(),
                group.first(),
                group.last(),
                days(group, LocalDate.ofInstant(at, UTC)),
                group.examples().stream().map(FindingExample::id).toList());
    }

    private static List<DayCount> days(FindingGroup group, LocalDate last) {
        return group.days().tailMap(last.minusDays(DAYS - 1)).entrySet().stream()
                .map(one -> new DayCount(one.getKey(), one.getValue()))
                .toList();
    }
}
