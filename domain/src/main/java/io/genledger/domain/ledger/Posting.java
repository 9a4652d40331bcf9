package io.genledger.domain.ledger;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/**
 * What one generation adds to the account, at the ledger's precision. The parts are rounded, never
 * the sum, so that any grouping of postings adds up to the same total.
 *
 * @param spend credits and own-key upstream together; empty when unknown
 * @param credits taken from credits; empty when not stated
 * @param byokFee the part of {@code credits} that was OpenRouter's fee for the use of an own key;
 *     zero without one, empty when not stated
 * @param byokUpstream billed to the account's own key; empty when unknown, zero without one
 * @param cacheDiscount saved (positive) or added (negative) by caching; empty when not stated
 */
public record Posting(
        Optional<UsdAmount> spend,
        Optional<UsdAmount> credits,
        Optional<UsdAmount> byokFee,
        Optional<UsdAmount> byokUpstream,
        Optional<UsdAmount> cacheDiscount) {

    /** The posting of {@code generation} by OpenRouter's own rule. */
    public static Posting of(Generation generation) {
        Spend spend = SpendRule.OPENROUTER.spendOf(generation.charges());
        Optional<UsdAmount> byokUpstream =
                spend.fold(
                        known -> Optional.of(LedgerPrecision.posted(known.byokUpstream())),
                        unknown -> Optional.empty());
        Optional<UsdAmount> credits = generation.charges().credits().map(LedgerPrecision::posted);
        boolean byok = generation.charges().billingMode() == BillingMode.BYOK;
        return new Posting(
                byokUpstream.flatMap(upstream -> credits.map(upstream::plus)),
                credits,
                credits.map(charged -> byok ? charged : UsdAmount.ZERO),
                byokUpstream,
                generation.charges().cacheDiscount().map(LedgerPrecision::posted));
    }
}
