package io.genledger.app.option.export;

import io.genledger.app.export.focus.FocusForm;
import io.genledger.app.export.focus.FocusGroup;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.convert.LimitConverter;
import io.genledger.app.option.convert.PercentConverter;
import io.genledger.app.option.convert.WordConverter;
import io.genledger.domain.money.FeeRate;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of FOCUS files. */
public final class FocusOptions {

    @Option(
            names = "--group",
            paramLabel = "PERIOD",
            converter = WordConverter.OfFocusGroup.class,
            completionCandidates = WordConverter.OfFocusGroup.class,
            description =
                    "Rows of focus: generations of an hour or a day in UTC share a row, or none"
                            + " do: ${COMPLETION-CANDIDATES}. Default: day.")
    private @Nullable FocusGroup group;

    @Option(
            names = "--with-byok",
            description =
                    "Add rows to focus for what providers bill for BYOK calls: BilledCost 0, and"
                            + " the estimate at list price as EffectiveCost.")
    private boolean withByok;

    @Option(
            names = "--billing-account",
            paramLabel = "ID",
            description = "BillingAccountId of focus. Default: openrouter.")
    private @Nullable String billingAccount;

    @Option(
            names = "--credit-fee",
            paramLabel = "PERCENT",
            converter = PercentConverter.class,
            description =
                    "Fee that you pay for buying credits, e.g. 5.5%%, as a part of EffectiveCost of"
                            + " focus. Default: none.")
    private @Nullable FeeRate creditFee;

    @Option(
            names = "--max-rows",
            paramLabel = "NUMBER",
            converter = LimitConverter.class,
            description =
                    "Split focus into files NAME.1.csv, NAME.2.csv and so on with at most NUMBER"
                            + " rows each. Default: one file.")
    private @Nullable Long maxRows;

    /** The first of these options that is given; empty if none is. */
    Optional<String> given() {
        return Stream.of(
                        given("--group", group != null),
                        given("--with-byok", withByok),
                        given("--billing-account", billingAccount != null),
                        given("--credit-fee", creditFee != null),
                        given("--max-rows", maxRows != null))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> given(String name, boolean isGiven) {
        return isGiven ? Optional.of(name) : Optional.empty();
    }

    /** Whether the rows are split into several files. */
    public boolean isSplit() {
        return maxRows != null && maxRows < Long.MAX_VALUE;
    }

    /**
     * @throws UsageException if a value is none
     */
    FocusForm form() {
        if (billingAccount != null && billingAccount.isBlank()) {
            throw new UsageException("--billing-account is blank: name an account");
        }
        return new FocusForm(
                group == null ? FocusGroup.DAY : group,
                withByok,
                billingAccount == null ? FocusForm.OPENROUTER : billingAccount,
                Optional.ofNullable(creditFee),
                Optional.ofNullable(maxRows).filter(most -> isSplit()));
    }
}
