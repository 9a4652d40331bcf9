package io.genledger.app.view.generation;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.money.UsdAmount;
import java.util.List;

/**
 * One line of a bill.
 *
 * @param code what the amount is for, for programs
 * @param sentence what the amount is for, for people
 * @param amount US dollars; negative if it lowers the bill
 */
public record BillLineView(Breakdown.Kind code, String sentence, UsdAmount amount) {

    static List<BillLineView> of(List<Breakdown.Line> lines) {
        return lines.stream()
                .map(line -> new BillLineView(line.kind(), line.kind().sentence(), line.amount()))
                .toList();
    }
}
