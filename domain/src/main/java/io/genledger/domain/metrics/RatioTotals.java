package io.genledger.domain.metrics;

import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * What the ratios of several generations are computed from. A ratio is that of the generations that
 * state all of its figures: one that does not state one of them is left out of the numerator and of
 * the denominator, so that an unknown count is never taken for none. Adding is associative and
 * commutative.
 *
 * @param pricedSpend the spend of the generations whose spend, prompt and completion tokens are
 *     known
 * @param pricedTokens the prompt and completion tokens of these
 * @param ratedPrompt the prompt tokens of the generations whose prompt and cached tokens are known
 * @param ratedCached the cached tokens of these
 * @param generationTime {@code generation_time} of the generations whose completion tokens are
 *     known, too; each cut to microseconds
 * @param timedCompletion the completion tokens of these
 */
public record RatioTotals(
        UsdAmount pricedSpend,
        TokenCount pricedTokens,
        TokenCount ratedPrompt,
        TokenCount ratedCached,
        Duration generationTime,
        TokenCount timedCompletion) {

    /** The totals of no generation. */
    public static final RatioTotals NONE =
            new RatioTotals(
                    UsdAmount.ZERO,
                    TokenCount.ZERO,
                    TokenCount.ZERO,
                    TokenCount.ZERO,
                    Duration.ZERO,
                    TokenCount.ZERO);

    /**
     * The totals of one generation.
     *
     * @param spend empty if it is unknown
     * @param generationTime empty if the record states none
     */
    public static RatioTotals of(
            Optional<UsdAmount> spend, NativeTokens tokens, Optional<Duration> generationTime) {
        Optional<TokenCount> prompt = tokens.prompt();
        Optional<TokenCount> completion = tokens.completion();
        Optional<TokenCount> priced =
                spend.flatMap(known -> prompt.flatMap(count -> completion.map(count::plus)));
        boolean isRated = prompt.isPresent() && tokens.cached().isPresent();
        Optional<Duration> timed = generationTime.filter(time -> completion.isPresent());
        return new RatioTotals(
                spend.filter(known -> priced.isPresent()).orElse(UsdAmount.ZERO),
                priced.orElse(TokenCount.ZERO),
                prompt.filter(count -> isRated).orElse(TokenCount.ZERO),
                tokens.cached().filter(count -> isRated).orElse(TokenCount.ZERO),
                timed.map(time -> time.truncatedTo(ChronoUnit.MICROS)).orElse(Duration.ZERO),
                completion.filter(count -> timed.isPresent()).orElse(TokenCount.ZERO));
    }

    /** The totals of both. */
    public RatioTotals plus(RatioTotals other) {
        return new RatioTotals(
                pricedSpend.plus(other.pricedSpend),
                pricedTokens.plus(other.pricedTokens),
                ratedPrompt.plus(other.ratedPrompt),
                ratedCached.plus(other.ratedCached),
                generationTime.plus(other.generationTime),
                timedCompletion.plus(other.timedCompletion));
    }

    /** The spend for a prompt or completion token; empty without such tokens. */
    public Optional<TokenPrice> price() {
        return pricedTokens.value() == 0
                ? Optional.empty()
                : Optional.of(TokenPrice.of(pricedSpend, pricedTokens));
    }

    /** The part of the prompt tokens that was read from a cache; empty without such tokens. */
    public Optional<Ratio> cacheHitRate() {
        return ratedPrompt.value() == 0
                ? Optional.empty()
                : Optional.of(Ratio.of(ratedCached, ratedPrompt));
    }

    /** Completion tokens in each second of generation time; empty if that is zero. */
    public Optional<Ratio> tokensPerSecond() {
        return generationTime.isZero()
                ? Optional.empty()
                : Optional.of(Ratio.of(timedCompletion, generationTime));
    }
}
