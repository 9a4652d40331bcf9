package io.genledger.domain.metrics;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.Timing;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.routing.ProviderAttempt;
import io.genledger.domain.token.ItemCount;
import io.genledger.domain.token.MediaUsage;
import io.genledger.domain.token.NativeTokens;
import io.genledger.domain.token.TokenCount;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Figures that follow from the record of one generation. Each is exact, or empty if a value it is
 * computed from is not stated. Tokens are the native ones, which are billed (OPENROUTER.md §3.8).
 *
 * {@snippet class="io.genledger.domain.ExamplesTest" region="figures"}
 *
 * @param promptPrice price of one prompt token; empty if the record names anything else that was
 *     paid for: completion tokens, media, searches, fetches
 * @param completionPrice price of one completion token; empty if anything else was paid for
 * @param blendedPrice the spend over prompt and completion tokens together; empty if nothing was
 *     paid, anything but tokens was paid for, the spend or a count is unknown, or there are no
 *     tokens
 * @param cacheHitRate the part of the prompt that was read from a cache, 0 to 1 in a sound record;
 *     empty without prompt tokens, or if a count is not stated
 * @param cacheSaving {@code cache_discount} as a part of the price without the cache, negative for
 *     a surcharge; empty if either is unknown, or that price is zero
 * @param tokensPerSecond completion tokens for each second of {@code generation_time}; empty if
 *     either is not stated, or the time is zero, as in many old records (§3.7)
 * @param moderationShare {@code moderation_latency} as a part of {@code latency}; empty if either
 *     is not stated, or the latency is zero
 * @param failedAttempts number of failed attempts; empty if no attempt is listed, or one states no
 *     status
 * @param failedTime duration of the failed attempts together; empty if none failed, or one states
 *     no latency
 */
public record DerivedFigures(
        Optional<TokenPrice> promptPrice,
        Optional<TokenPrice> completionPrice,
        Optional<TokenPrice> blendedPrice,
        Optional<Ratio> cacheHitRate,
        Optional<Ratio> cacheSaving,
        Optional<Ratio> tokensPerSecond,
        Optional<Ratio> moderationShare,
        OptionalInt failedAttempts,
        Optional<Duration> failedTime) {

    /**
     * The figures of {@code generation}.
     *
     * @param spend its spend by the caller's rule
     */
    public static DerivedFigures of(Generation generation, Spend spend) {
        NativeTokens tokens = generation.nativeTokens();
        Optional<UsdAmount> modelOnly =
                spend.knownAmount()
                        .filter(amount -> amount.signum() > 0 && paidForTokensOnly(generation));
        List<ProviderAttempt> failed =
                generation.routing().attempts().stream().filter(ProviderAttempt::failed).toList();
        return new DerivedFigures(
                priceWithout(tokens.completion(), modelOnly, tokens.prompt()),
                priceWithout(tokens.prompt(), modelOnly, tokens.completion()),
                price(modelOnly, sum(tokens)),
                tokens.cached().flatMap(cached -> part(cached, tokens.prompt())),
                spend.fold(DerivedFigures::saving, unknown -> Optional.empty()),
                speed(tokens, generation.timing()),
                moderation(generation.timing()),
                allStateStatus(generation.routing().attempts())
                        ? OptionalInt.of(failed.size())
                        : OptionalInt.empty(),
                timeOf(failed));
    }

    private static boolean paidForTokensOnly(Generation generation) {
        MediaUsage media = generation.media();
        return isNone(media.promptMedia())
                && isNone(media.promptAudio())
                && isNone(media.completionMedia())
                && isNone(media.searchResults())
                && isNone(media.fetches())
                && generation.routing().webSearchEngine().isEmpty()
                && generation
                        .nativeTokens()
                        .completionImages()
                        .filter(images -> images.value() > 0)
                        .isEmpty();
    }

    private static boolean allStateStatus(List<ProviderAttempt> attempts) {
        return !attempts.isEmpty() && attempts.stream().allMatch(one -> one.status().isPresent());
    }

    private static boolean isNone(Optional<ItemCount> count) {
        return count.isEmpty() || count.get().equals(ItemCount.ZERO);
    }

    private static Optional<TokenPrice> priceWithout(
            Optional<TokenCount> others, Optional<UsdAmount> paid, Optional<TokenCount> tokens) {
        return others.filter(TokenCount.ZERO::equals).flatMap(none -> price(paid, tokens));
    }

    private static Optional<TokenPrice> price(
            Optional<UsdAmount> paid, Optional<TokenCount> tokens) {
        return paid.flatMap(amount ->
                tokens.filter(some -> some.value() > 0).map(some -> TokenPrice.of(amount, some)));
    }

    private static Optional<TokenCount> sum(NativeTokens tokens) {
        return tokens.prompt().flatMap(prompt -> tokens.completion().map(prompt::plus));
    }

    private static Optional<Ratio> part(TokenCount part, Optional<TokenCount> whole) {
        return whole.filter(some -> some.value() > 0).map(some -> Ratio.of(part, some));
    }

    private static Optional<Ratio> saving(Spend.Known spend) {
        return spend.withoutCache()
                .filter(price -> !price.isZero())
                .flatMap(price -> spend.cacheDiscount().map(discount -> Ratio.of(discount, price)));
    }

    private static Optional<Ratio> speed(NativeTokens tokens, Timing timing) {
        return tokens.completion()
                .flatMap(count ->
                        timing.generationTime()
                                .filter(DerivedFigures::hasPassed)
                                .map(time -> Ratio.of(count, time)));
    }

    private static Optional<Ratio> moderation(Timing timing) {
        return timing.moderationLatency()
                .flatMap(part ->
                        timing.latency()
                                .filter(DerivedFigures::hasPassed)
                                .map(whole -> Ratio.of(part, whole)));
    }

    private static boolean hasPassed(Duration time) {
        return !time.isZero() && !time.isNegative();
    }

    private static Optional<Duration> timeOf(List<ProviderAttempt> failed) {
        return failed.isEmpty() || failed.stream().anyMatch(one -> one.latency().isEmpty())
                ? Optional.empty()
                : Optional.of(
                        failed.stream()
                                .flatMap(one -> one.latency().stream())
                                .reduce(Duration.ZERO, Duration::plus));
    }
}
