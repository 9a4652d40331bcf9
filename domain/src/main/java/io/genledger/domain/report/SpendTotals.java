package io.genledger.domain.report;

import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.util.Optional;

/**
 * Sums over generations. Adding is associative and commutative and {@link #NONE} changes nothing,
 * so any grouping of the same generations adds up to the same totals, digit for digit.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="totals"}
 *
 * @param requests how many generations
 * @param spend the known spend
 * @param credits taken from credits
 * @param byokFee the part of {@code credits} that was OpenRouter's fee for the use of own keys
 * @param byokUpstream billed by providers to the account's own keys
 * @param cacheDiscount saved, less what writing caches cost
 * @param tokens billed tokens
 * @param unknownSpend how many of the generations are missing from {@code spend}, because theirs is
 *     not known
 * @param unknownCacheSaving how many of the generations are missing from {@code cacheDiscount},
 *     because they read from a cache and do not state what that saved
 */
public record SpendTotals(
        long requests,
        UsdAmount spend,
        UsdAmount credits,
        UsdAmount byokFee,
        UsdAmount byokUpstream,
        UsdAmount cacheDiscount,
        TokenTotals tokens,
        long unknownSpend,
        long unknownCacheSaving) {

    /** Over no generation at all. */
    public static final SpendTotals NONE =
            new SpendTotals(
                    0,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    TokenTotals.NONE,
                    0,
                    0);

    /** Over one entry of a ledger. */
    public static SpendTotals of(LedgerEntry entry) {
        return of(entry.generation(), entry.posting());
    }

    /** Over one generation by {@link SpendRule#OPENROUTER}. */
    public static SpendTotals of(Generation generation) {
        return of(generation, SpendRule.OPENROUTER);
    }

    /** Over one generation by the caller's spend rule. */
    public static SpendTotals of(Generation generation, SpendRule rule) {
        return of(generation, Posting.of(generation, rule));
    }

    private static SpendTotals of(Generation generation, Posting posting) {
        return new SpendTotals(
                1,
                posting.spend().orElse(UsdAmount.ZERO),
                posting.credits().orElse(UsdAmount.ZERO),
                posting.byokFee().orElse(UsdAmount.ZERO),
                posting.byokUpstream().orElse(UsdAmount.ZERO),
                posting.cacheDiscount().orElse(UsdAmount.ZERO),
                TokenTotals.of(generation.nativeTokens()),
                posting.spend().isPresent() ? 0 : 1,
                generation.savedAnUnknownAmount() ? 1 : 0);
    }

    /** Over both. */
    public SpendTotals plus(SpendTotals other) {
        return new SpendTotals(
                Math.addExact(requests, other.requests),
                spend.plus(other.spend),
                credits.plus(other.credits),
                byokFee.plus(other.byokFee),
                byokUpstream.plus(other.byokUpstream),
                cacheDiscount.plus(other.cacheDiscount),
                tokens.plus(other.tokens),
                Math.addExact(unknownSpend, other.unknownSpend),
                Math.addExact(unknownCacheSaving, other.unknownCacheSaving));
    }

    /**
     * Sums of billed tokens; a count that was not reported adds nothing.
     *
     * @param prompt of prompts
     * @param completion of completions
     * @param reasoning of reasoning, inside the completions
     * @param cached read from caches, inside the prompts
     */
    public record TokenTotals(
            TokenCount prompt, TokenCount completion, TokenCount reasoning, TokenCount cached) {

        /** No token. */
        public static final TokenTotals NONE =
                new TokenTotals(TokenCount.ZERO, TokenCount.ZERO, TokenCount.ZERO, TokenCount.ZERO);

        static TokenTotals of(NativeTokens tokens) {
            return new TokenTotals(
                    counted(tokens.prompt()),
                    counted(tokens.completion()),
                    counted(tokens.reasoning()),
                    counted(tokens.cached()));
        }

        TokenTotals plus(TokenTotals other) {
            return new TokenTotals(
                    prompt.plus(other.prompt),
                    completion.plus(other.completion),
                    reasoning.plus(other.reasoning),
                    cached.plus(other.cached));
        }

        private static TokenCount counted(Optional<TokenCount> count) {
            return count.orElse(TokenCount.ZERO);
        }
    }
}
