package io.genledger.app.view.generation;

import io.genledger.domain.cost.Breakdown;
import io.genledger.domain.metrics.Ratio;
import io.genledger.domain.token.TokenCount;
import io.genledger.ports.usecase.inspect.ShowGeneration.Shown;
import java.util.List;
import java.util.Optional;

/**
 * The effect of prompt caching on one generation.
 *
 * @param tokensRead prompt tokens read from the cache; empty if not stated
 * @param hitRate their share of the prompt tokens, 0 to 1; empty if unknown
 * @param savedShare the share of the price without the cache that was saved; negative if caching
 *     made it dearer, empty if unknown
 * @param lines the price without the cache and its changes by the cache, which add up to the spend;
 *     empty if unknown
 */
public record CacheView(
        Optional<Long> tokensRead,
        Optional<Ratio> hitRate,
        Optional<Ratio> savedShare,
        List<BillLineView> lines) {

    static CacheView of(Shown shown) {
        return new CacheView(
                shown.generation().nativeTokens().cached().map(TokenCount::value),
                shown.figures().cacheHitRate(),
                shown.figures().cacheSaving(),
                BillLineView.of(shown.assessment(), Breakdown::cache));
    }
}
