package io.genledger.app.view.spend;

import io.genledger.domain.money.UsdAmount;
import io.genledger.ports.usecase.report.ReportedRow;
import java.util.Optional;

/** What figures are computed from: ratios from exact amounts, amounts as they are displayed. */
final class MeasuredRow {

    private final ReportedRow row;
    private final ReportedRow displayed;
    private final Optional<UsdAmount> wholeSpend;
    private final Optional<UsdAmount> withPurchaseFee;

    /**
     * @param row with exact amounts
     * @param displayed with rounded amounts, or {@code row} itself
     * @param wholeSpend of which shares are parts
     * @param withPurchaseFee the known spend with the fee for buying the credits in it, as
     *     displayed
     */
    MeasuredRow(
            ReportedRow row,
            ReportedRow displayed,
            Optional<UsdAmount> wholeSpend,
            Optional<UsdAmount> withPurchaseFee) {
        this.row = row;
        this.displayed = displayed;
        this.wholeSpend = wholeSpend;
        this.withPurchaseFee = withPurchaseFee;
    }

    ReportedRow row() {
        return row;
    }

    ReportedRow inDisplayedAmounts() {
        return displayed;
    }

    Optional<UsdAmount> wholeSpend() {
        return wholeSpend;
    }

    Optional<UsdAmount> withPurchaseFee() {
        return withPurchaseFee;
    }
}
