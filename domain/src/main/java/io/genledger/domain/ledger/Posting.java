package io.genledger.domain.ledger;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.LedgerPrecision;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/**
 * The amounts that one generation adds to the account, at the ledger's precision. The parts are
 * rounded, never the sum, so that any grouping of postings adds up to the same total. Known parts
 * are kept even if the spend is unknown.
 *
 * @param spend credits and upstream cost together; empty if unknown
 * @param credits taken from credits; empty if unknown
 * @param byokFee the part of {@code credits} that was OpenRouter's fee for a BYOK call; zero
 *     without BYOK, empty if unknown
 * @param byokUpstream the upstream cost billed to the account's own key; zero without BYOK, empty
 *     if unknown
 * @param cacheDiscount saved (positive) or added (negative) by the prompt cache; empty if not
 *     stated
 */
public record Posting(
        Optional<UsdAmount> spend,
        Optional<UsdAmount> credits,
        Optional<UsdAmount> byokFee,
        Optional<UsdAmount> byokUpstream,
        Optional<UsdAmount> cacheDiscount) {

    /** The posting of {@code generation} by {@link SpendRule#OPENROUTER}. */
    public static Posting of(Generation generation) {
        return of(generation, SpendRule.OPENROUTER);
    }

    /** The posting of {@code generation} by the caller's spend rule. */
    public static Posting of(Generation generation, SpendRule rule) {
        Spend spend = rule.spendOf(generation);
        Optional<UsdAmount> credits = spend.knownCredits().map(LedgerPrecision::posted);
        Optional<UsdAmount> upstream = spend.knownByokUpstream().map(LedgerPrecision::posted);
        return new Posting(
                spend.knownAmount().flatMap(known -> credits.flatMap(c -> upstream.map(c::plus))),
                credits,
                spend.knownByokFee().map(LedgerPrecision::posted),
                upstream,
                discount(generation, spend).map(LedgerPrecision::posted));
    }

    private static Optional<UsdAmount> discount(Generation generation, Spend spend) {
        return spend.fold(
                Spend.Known::cacheDiscount, unknown -> generation.charges().cacheDiscount());
    }
}
