package io.genledger.domain.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import io.genledger.domain.money.FeeRate;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Sums over generations. Adding is associative and commutative and {@link #NONE} changes nothing,
 * so any grouping of the same generations adds up to the same totals, digit for digit.
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="totals"}
 *
 * <p>An amount is the sum of what is known. An accessor whose name begins with {@code known} is
 * empty if the amount of every generation is unknown, so that a group of unknown spend does not
 * look free.
 *
 * @param requests the number of generations
 * @param provisional the number of those whose spend is inline usage, until their own record
 *     replaces it
 * @param spend the known spend
 * @param credits taken from credits
 * @param byokFee the part of {@code credits} that was OpenRouter's fee for BYOK calls
 * @param byokUpstream the upstream cost of BYOK calls, billed by providers
 * @param cacheDiscount saved by prompt caches, less the surcharge for writing to them
 * @param tokens billed tokens
 * @param timed the generations with a known generation time
 * @param unknown the numbers of generations that are missing from the amounts
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
        TimedTotals timed,
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
                    TimedTotals.NONE,
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
                TimedTotals.of(generation),
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
                timed.plus(other.timed),
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

    private Optional<UsdAmount> known(UsdAmount sum, long missing) {
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
     * Sums over the generations with a known generation time.
     *
     * @param generations their number
     * @param generationTime {@code generation_time} summed, each cut to microseconds
     * @param completionTokens the completion tokens of these
     */
    public record TimedTotals(
            long generations, Duration generationTime, TokenCount completionTokens) {

        /** No generation. */
        public static final TimedTotals NONE = new TimedTotals(0, Duration.ZERO, TokenCount.ZERO);

        static TimedTotals of(Generation generation) {
            return generation
                    .timing()
                    .generationTime()
                    .map(time ->
                            new TimedTotals(
                                    1,
                                    time.truncatedTo(ChronoUnit.MICROS),
                                    generation.nativeTokens().completion().orElse(TokenCount.ZERO)))
                    .orElse(NONE);
        }

        TimedTotals plus(TimedTotals other) {
            return new TimedTotals(
                    Math.addExact(generations, other.generations),
                    generationTime.plus(other.generationTime),
                    completionTokens.plus(other.completionTokens));
        }
    }

    /**
     * The numbers of generations whose amounts are unknown.
     *
     * @param spend those without a known spend
     * @param credits those that do not state what was taken from credits
     * @param byokUpstream BYOK calls without a known upstream cost
     * @param cacheSaving those that read from a prompt cache and do not state what that saved
     */
    public record UnknownCounts(long spend, long credits, long byokUpstream, long cacheSaving) {

        /** Every amount is known. */
        public static final UnknownCounts NONE = new UnknownCounts(0, 0, 0, 0);

        static UnknownCounts of(Generation generation, Posting posting) {
            return new UnknownCounts(
                    posting.spend().isPresent() ? 0 : 1,
                    posting.credits().isPresent() ? 0 : 1,
                    posting.byokUpstream().isPresent() ? 0 : 1,
                    generation.savedAnUnknownAmount() ? 1 : 0);
        }

        UnknownCounts plus(UnknownCounts other) {
            return new UnknownCounts(
                    Math.addExact(spend, other.spend),
                    Math.addExact(credits, other.credits),
                    Math.addExact(byokUpstream, other.byokUpstream),
                    Math.addExact(cacheSaving, other.cacheSaving));
        }
    }
}
