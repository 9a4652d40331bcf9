package io.genledger.app.view.generation;

import io.genledger.domain.metrics.DerivedFigures;
import io.genledger.domain.metrics.TokenPrice;
import java.util.Optional;

/**
 * The prices that were paid, in US dollars per million tokens; an empty one is unknown.
 *
 * @param prompt price of prompt tokens
 * @param completion price of completion tokens
 * @param blended price of both together
 */
public record PricesView(
        Optional<TokenPrice> prompt,
        Optional<TokenPrice> completion,
        Optional<TokenPrice> blended) {

    static PricesView of(DerivedFigures figures) {
        return new PricesView(
                figures.promptPrice(), figures.completionPrice(), figures.blendedPrice());
    }
}
