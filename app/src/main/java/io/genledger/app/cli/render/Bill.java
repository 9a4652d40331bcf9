package io.genledger.app.cli.render;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.stream.Stream;

/** Lines of money below one another, point below point, and their sum. */
final class Bill {

    private Bill() {}

    /** Adds {@code lines} and the {@code total}, under {@code sum}, to the section begun last. */
    static void add(FactSheet sheet, List<Breakdown.Line> lines, String sum, UsdAmount total) {
        List<UsdAmount> amounts =
                Stream.concat(lines.stream().map(Breakdown.Line::amount), Stream.of(total))
                        .toList();
        int decimals = Numbers.decimalsOf(amounts);
        int width =
                amounts.stream()
                        .mapToInt(amount -> Numbers.dollars(amount, decimals).length())
                        .max()
                        .orElse(0);
        for (Breakdown.Line line : lines) {
            sheet.fact(line.kind().sentence(), aligned(line.amount(), decimals, width));
        }
        sheet.fact(sum, aligned(total, decimals, width));
    }

    private static String aligned(UsdAmount amount, int decimals, int width) {
        String dollars = Numbers.dollars(amount, decimals);
        return " ".repeat(width - dollars.length()) + dollars;
    }
}
