package io.genledger.app.view.generation;

import io.genledger.domain.finding.Assessment;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.Severity;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One finding about one generation.
 *
 * @param code the kind of finding, for programs
 * @param severity its severity
 * @param sentence the finding, for people
 * @param evidence the fields it follows from, each with its stated value; empty if not stated
 * @param atStake the amount it puts in question, in US dollars; empty if that is unknown
 */
public record FindingView(
        String code,
        Severity severity,
        String sentence,
        Map<MetadataField, Optional<Object>> evidence,
        Optional<UsdAmount> atStake) {

    static List<FindingView> of(Assessment assessment, Generation generation) {
        return assessment.findings().stream().map(each -> of(each, generation)).toList();
    }

    private static FindingView of(Finding finding, Generation generation) {
        return new FindingView(
                finding.code(),
                finding.severity(),
                finding.sentence(),
                StatedFields.evidence(finding.evidence(), generation),
                finding.atStake());
    }
}
