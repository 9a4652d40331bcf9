package io.genledger.app.cli.render;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/** What the cache did to the bill, in words. */
final class CacheText {

    private CacheText() {}

    /** The effect of {@code discount} on {@code spend}, which holds it already. */
    static String of(UsdAmount discount, Spend spend) {
        Optional<UsdAmount> without =
                spend.fold(Spend.Known::withoutCache, unknown -> Optional.empty());
        return effect(discount)
                + without.map(price -> "; would have cost " + Numbers.dollars(price) + " without")
                        .orElse("");
    }

    private static String effect(UsdAmount discount) {
        return switch (discount.signum()) {
            case -1 -> "writing it cost " + Numbers.dollars(discount.negated()) + " extra";
            case 0 -> "it changed nothing";
            default -> "saved " + Numbers.dollars(discount);
        };
    }
}
