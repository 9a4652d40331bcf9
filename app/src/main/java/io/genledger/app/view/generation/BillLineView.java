package io.genledger.app.view.generation;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.finding.Assessment;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.function.Function;

/**
 * One line of a bill.
 *
 * @param code the purpose of the amount, for programs
 * @param sentence the purpose of the amount, for people
 * @param amount US dollars; negative if it lowers the bill
 */
public record BillLineView(Breakdown.Kind code, String sentence, UsdAmount amount) {

    /** The lines of {@code part} of the breakdown; empty if the spend is unknown. */
    static List<BillLineView> of(
            Assessment assessment, Function<Breakdown, List<Breakdown.Line>> part) {
        return assessment.breakdown().map(part).orElse(List.of()).stream()
                .map(line -> new BillLineView(line.kind(), line.kind().sentence(), line.amount()))
                .toList();
    }
}
