package io.genledger.domain.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import io.genledger.domain.metrics.RatioTotals;
import io.genledger.domain.money.FeeRate;
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
 * <p>An amount or a number of tokens is the sum of what is known. An accessor whose name begins
 * with {@code known} is empty if the figure of every generation is unknown, so that a group of
 * unknown spend does not look free.
 *
 * @param requests the number of generations
 * @param provisional the number of those whose document is an Activity row, Broadcast or inline
 *     usage, until their own record replaces it
 * @param spend the known spend
 * @param credits taken from credits
 * @param byokFee the part of {@code credits} that was OpenRouter's fee for BYOK calls
 * @param byokUpstream the upstream cost of BYOK calls, billed by providers
 * @param cacheDiscount saved by prompt caches, less the surcharge for writing to them
 * @param tokens billed tokens
 * @param ratios what ratios are computed from
 * @param unknown the numbers of generations that are missing from the sums
 */
public record SpendTotals(
        long requests,
        long provisional,
        UsdAmount spend,
        UsdAmount credits,
        UsdAmount byokFee,
        UsdAmount byokUpstream,
        UsdAmount cacheDiscount,
        TokenTotals tokens,
        RatioTotals ratios,
        UnknownCounts unknown) {

    /** The totals of no generation. */
    public static final SpendTotals NONE =
            new SpendTotals(
                    0,
                    0,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    UsdAmount.ZERO,
                    TokenTotals.NONE,
                    RatioTotals.NONE,
                    UnknownCounts.NONE);

    /** The totals of one entry of a ledger. */
    public static SpendTotals of(LedgerEntry entry) {
        return of(ReportedGeneration.of(entry, AccountName.DEFAULT));
    }

    /** The totals of one generation by {@link SpendRule#OPENROUTER}. */
    public static SpendTotals of(Generation generation) {
        return of(generation, SpendRule.OPENROUTER);
    }

    /** The totals of one generation by the caller's spend rule. */
    public static SpendTotals of(Generation generation, SpendRule rule) {
        return of(ReportedGeneration.of(generation, rule));
    }

    /** The totals of one generation. */
    public static SpendTotals of(ReportedGeneration reported) {
        Generation generation = reported.generation();
        Posting posting = reported.posting();
        return new SpendTotals(
                1,
                reported.trust() == Trust.PROVISIONAL ? 1 : 0,
                posting.spend().orElse(UsdAmount.ZERO),
                posting.credits().orElse(UsdAmount.ZERO),
                posting.byokFee().orElse(UsdAmount.ZERO),
                posting.byokUpstream().orElse(UsdAmount.ZERO),
                posting.cacheDiscount().orElse(UsdAmount.ZERO),
                TokenTotals.of(generation.nativeTokens()),
                RatioTotals.of(
                        posting.spend(),
                        generation.nativeTokens(),
                        generation.timing().generationTime()),
                UnknownCounts.of(generation, posting));
    }

    /** The totals of both. */
    public SpendTotals plus(SpendTotals other) {
        return new SpendTotals(
                Math.addExact(requests, other.requests),
                Math.addExact(provisional, other.provisional),
                spend.plus(other.spend),
                credits.plus(other.credits),
                byokFee.plus(other.byokFee),
                byokUpstream.plus(other.byokUpstream),
                cacheDiscount.plus(other.cacheDiscount),
                tokens.plus(other.tokens),
                ratios.plus(other.ratios),
                unknown.plus(other.unknown));
    }

    /**
     * The known spend with the fee for buying the credits in it: {@code rate} of the credits on
     * top, exact; upstream costs have no such fee (OPENROUTER.md §4.5).
     */
    public UsdAmount spendWithPurchaseFee(FeeRate rate) {
        return spend.plus(new UsdAmount(rate.of(credits.value())));
    }

    /** The number of generations that are missing from {@link #spend}. */
    public long unknownSpend() {
        return unknown.spend();
    }

    /** The number of generations that are missing from {@link #cacheDiscount}. */
    public long unknownCacheSaving() {
        return unknown.cacheSaving();
    }

    /** The spend, unless that of every generation is unknown. */
    public Optional<UsdAmount> knownSpend() {
        return known(spend, unknown.spend());
    }

    /** The credits, unless those of every generation are unknown. */
    public Optional<UsdAmount> knownCredits() {
        return known(credits, unknown.credits());
    }

    /** The fee for BYOK calls, unless the credits of every generation are unknown. */
    public Optional<UsdAmount> knownByokFee() {
        return known(byokFee, unknown.credits());
    }

    /** The upstream cost of BYOK calls, unless that of every generation is unknown. */
    public Optional<UsdAmount> knownByokUpstream() {
        return known(byokUpstream, unknown.byokUpstream());
    }

    /** The saving by prompt caches, unless that of every generation is unknown. */
    public Optional<UsdAmount> knownCacheDiscount() {
        return known(cacheDiscount, unknown.cacheSaving());
    }

    /** The prompt tokens, unless those of every generation are unknown. */
    public Optional<TokenCount> knownPromptTokens() {
        return known(tokens.prompt(), unknown.promptTokens());
    }

    /** The completion tokens, unless those of every generation are unknown. */
    public Optional<TokenCount> knownCompletionTokens() {
        return known(tokens.completion(), unknown.completionTokens());
    }

    /** The reasoning tokens, unless those of every generation are unknown. */
    public Optional<TokenCount> knownReasoningTokens() {
        return known(tokens.reasoning(), unknown.reasoningTokens());
    }

    /** The tokens read from caches, unless those of every generation are unknown. */
    public Optional<TokenCount> knownCachedTokens() {
        return known(tokens.cached(), unknown.cachedTokens());
    }

    /** Prompt and completion tokens together, unless both are unknown of every generation. */
    public Optional<TokenCount> knownTokens() {
        return knownPromptTokens().or(this::knownCompletionTokens).map(known -> tokens.total());
    }

    private <T> Optional<T> known(T sum, long missing) {
        return missing > 0 && missing == requests ? Optional.empty() : Optional.of(sum);
    }

    /**
     * Sums of billed tokens; an unknown count adds nothing. A {@code long} holds the sum of nine
     * billion generations of a billion tokens, which is more than decoders let one document state.
     * Generations with larger counts, from elsewhere, fail in {@link TokenCount#plus} and never
     * yield a wrong sum.
     *
     * @param prompt prompt tokens
     * @param completion completion tokens
     * @param reasoning reasoning tokens, part of the completion tokens
     * @param cached tokens read from caches, part of the prompt tokens
     * @param images tokens of generated images, part of the completion tokens
     */
    public record TokenTotals(
            TokenCount prompt,
            TokenCount completion,
            TokenCount reasoning,
            TokenCount cached,
            TokenCount images) {

        /** No token. */
        public static final TokenTotals NONE =
                new TokenTotals(
                        TokenCount.ZERO,
                        TokenCount.ZERO,
                        TokenCount.ZERO,
                        TokenCount.ZERO,
                        TokenCount.ZERO);

        static TokenTotals of(NativeTokens tokens) {
            return new TokenTotals(
                    counted(tokens.prompt()),
                    counted(tokens.completion()),
                    counted(tokens.reasoning()),
                    counted(tokens.cached()),
                    counted(tokens.completionImages()));
        }

        TokenTotals plus(TokenTotals other) {
            return new TokenTotals(
                    prompt.plus(other.prompt),
                    completion.plus(other.completion),
                    reasoning.plus(other.reasoning),
                    cached.plus(other.cached),
                    images.plus(other.images));
        }

        /** Prompt and completion tokens together. */
        public TokenCount total() {
            return prompt.plus(completion);
        }

        private static TokenCount counted(Optional<TokenCount> count) {
            return count.orElse(TokenCount.ZERO);
        }
    }

    /**
     * The numbers of generations whose figures are unknown.
     *
     * @param spend those without a known spend
     * @param credits those that do not state what was taken from credits
     * @param byokUpstream calls whose upstream cost is unknown: BYOK calls that do not state it,
     *     and calls of which it is unknown whether they used BYOK
     * @param cacheSaving those that read from a prompt cache and do not state what that saved
     * @param promptTokens those that do not state their prompt tokens
     * @param completionTokens those that do not state their completion tokens
     * @param reasoningTokens those that do not state their reasoning tokens
     * @param cachedTokens those that do not state the tokens read from a cache
     */
    public record UnknownCounts(
            long spend,
            long credits,
            long byokUpstream,
            long cacheSaving,
            long promptTokens,
            long completionTokens,
            long reasoningTokens,
            long cachedTokens) {

        /** Every figure is known. */
        public static final UnknownCounts NONE = new UnknownCounts(0, 0, 0, 0, 0, 0, 0, 0);

        static UnknownCounts of(Generation generation, Posting posting) {
            NativeTokens tokens = generation.nativeTokens();
            return new UnknownCounts(
                    unknown(posting.spend()),
                    unknown(posting.credits()),
                    unknown(posting.byokUpstream()),
                    generation.savedAnUnknownAmount() ? 1 : 0,
                    unknown(tokens.prompt()),
                    unknown(tokens.completion()),
                    unknown(tokens.reasoning()),
                    unknown(tokens.cached()));
        }

        private static long unknown(Optional<?> figure) {
            return figure.isPresent() ? 0 : 1;
        }

        /** Whether prompt or completion tokens of any generation are unknown. */
        public boolean lacksTokens() {
            return promptTokens > 0 || completionTokens > 0;
        }

        UnknownCounts plus(UnknownCounts other) {
            return new UnknownCounts(
                    Math.addExact(spend, other.spend),
                    Math.addExact(credits, other.credits),
                    Math.addExact(byokUpstream, other.byokUpstream),
                    Math.addExact(cacheSaving, other.cacheSaving),
                    Math.addExact(promptTokens, other.promptTokens),
                    Math.addExact(completionTokens, other.completionTokens),
                    Math.addExact(reasoningTokens, other.reasoningTokens),
                    Math.addExact(cachedTokens, other.cachedTokens));
        }
    }
}
