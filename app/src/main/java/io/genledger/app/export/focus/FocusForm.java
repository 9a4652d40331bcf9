package io.genledger.app.export.focus;

import io.genledger.domain.money.FeeRate;
import java.util.Optional;

/**
 * The form of a FOCUS file.
 *
 * @param group which generations share a row
 * @param withByok whether BYOK calls have a further row for what the provider bills
 * @param billingAccount BillingAccountId
 * @param creditFee the fee for buying credits, as a part of EffectiveCost; empty for none
 * @param maxRows the largest number of rows of a file, not counting its header; empty for one file
 */
public record FocusForm(
        FocusGroup group,
        boolean withByok,
        String billingAccount,
        Optional<FeeRate> creditFee,
        Optional<Long> maxRows) {

    /** BillingAccountId if no other is named. */
    public static final String OPENROUTER = "openrouter";

    /** One file by days, without what providers bill. */
    public static final FocusForm STANDARD =
            new FocusForm(FocusGroup.DAY, false, OPENROUTER, Optional.empty(), Optional.empty());
}
