package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.view.generation.BillLineView;
import io.genledger.domain.money.UsdAmount;
import java.util.List;
import java.util.stream.Stream;

/** The lines of a bill and their sum, aligned at the decimal point. */
final class Bill {

    private static final String SUM = "spend in all";

    private Bill() {}

    /** Adds {@code lines} and their {@code total} to the section begun last. */
    static void add(FactSheet sheet, List<BillLineView> lines, UsdAmount total) {
        List<UsdAmount> amounts =
                Stream.concat(lines.stream().map(BillLineView::amount), Stream.of(total)).toList();
        int decimals = Numbers.decimalsOf(amounts);
        int width =
                amounts.stream()
                        .mapToInt(amount -> Numbers.dollars(amount, decimals).length())
                        .max()
                        .orElse(0);
        for (BillLineView line : lines) {
            sheet.fact(line.sentence(), aligned(line.amount(), decimals, width));
        }
        sheet.fact(SUM, aligned(total, decimals, width));
    }

    /** Adds an unknown sum with its reason. */
    static void addUnknown(FactSheet sheet, String why) {
        sheet.fact(SUM, "not known: " + why);
    }

    private static String aligned(UsdAmount amount, int decimals, int width) {
        String dollars = Numbers.dollars(amount, decimals);
        return " ".repeat(width - dollars.length()) + dollars;
    }
}
