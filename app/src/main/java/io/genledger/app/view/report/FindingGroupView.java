package io.genledger.app.view.report;

import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.money.UsdAmount;
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
 * @param examples the earliest of the generations, at most three
 */
public record FindingGroupView(
        String code,
        Severity severity,
        String sentence,
        long count,
        Optional<UsdAmount> atStake,
        long atStakeUnknown,
        List<GenerationId> examples) {

    static FindingGroupView of(FindingGroup group) {
        return new FindingGroupView(
                group.code(),
                group.severity(),
                group.sentence(),
                group.count(),
                Optional.of(group.atStake()).filter(any -> group.atStakeUnknown() < group.count()),
                group.atStakeUnknown(),
                group.examples().stream().map(FindingExample::id).toList());
    }
}
