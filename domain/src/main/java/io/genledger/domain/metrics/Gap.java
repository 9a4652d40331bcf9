package io.genledger.domain.metrics;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.money.UsdAmount;
import io.genledger.domain.token.NativeTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A figure of a generation that is unknown.
 *
 * @param figure the figure
 * @param reason why it is unknown
 */
public record Gap(String figure, String reason) {

    /**
     * The unknown figures of {@code generation}.
     *
     * @param spend its spend by the caller's rule
     */
    public static List<Gap> in(Generation generation, Spend spend) {
        DerivedFigures figures = DerivedFigures.of(generation, spend);
        List<Gap> gaps = new ArrayList<>();
        spend.fold(
                        known -> cache(generation, known),
                        unknown -> Optional.of(new Gap("spend", unknown.reason().sentence())))
                .ifPresent(gaps::add);
        if (generation.created().basis() != CreationTime.Basis.RECORD) {
            gaps.add(new Gap("creation time", "the record states no created_at"));
        }
        if (figures.promptPrice().isEmpty() && figures.completionPrice().isEmpty()) {
            gaps.add(new Gap("price of a prompt or completion token", prices(generation, spend)));
        }
        if (figures.tokensPerSecond().isEmpty()) {
            gaps.add(new Gap("tokens per second", speed(generation)));
        }
        if (figures.failedAttempts().isEmpty()) {
            gaps.add(new Gap("failed attempts", attempts(generation)));
        } else if (figures.failedAttempts().getAsInt() > 0 && figures.failedTime().isEmpty()) {
            gaps.add(new Gap("time lost in failed attempts", "a failed attempt states no latency"));
        }
        return List.copyOf(gaps);
    }

    /** Without tokens from the cache, the price without the cache is the spend. */
    private static Optional<Gap> cache(Generation generation, Spend.Known spend) {
        return spend.cacheDiscount().isEmpty() && generation.savedAnUnknownAmount()
                ? Optional.of(
                        new Gap(
                                "price without the cache",
                                "tokens were read from the cache, and the record states no"
                                        + " cache_discount"))
                : Optional.empty();
    }

    private static String prices(Generation generation, Spend spend) {
        Optional<UsdAmount> amount = spend.knownAmount();
        if (amount.isEmpty()) {
            return "the spend is unknown";
        }
        if (amount.get().signum() <= 0) {
            return "nothing was paid";
        }
        NativeTokens tokens = generation.nativeTokens();
        if (tokens.prompt().isEmpty() || tokens.completion().isEmpty()) {
            return "the record does not state both token counts";
        }
        return tokens.prompt().get().value() + tokens.completion().get().value() == 0
                ? "there are no tokens"
                : "the record states one price for both together";
    }

    private static String attempts(Generation generation) {
        return generation.routing().attempts().isEmpty()
                ? "the record lists no attempts"
                : "an attempt states no status";
    }

    private static String speed(Generation generation) {
        if (generation.nativeTokens().completion().isEmpty()) {
            return "the record states no native_tokens_completion";
        }
        return generation.timing().generationTime().isEmpty()
                ? "the record states no generation_time"
                : "generation_time is zero or less";
    }
}
