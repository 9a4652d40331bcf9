package io.genledger.app.cli.render.sheet;

import io.genledger.app.cli.render.Numbers;
import io.genledger.app.view.generation.MoneyView;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;

/** The effect of prompt caching on a bill, in words. */
final class CacheText {

    private CacheText() {}

    /** The effect on {@code money}; empty if the record does not state it. */
    static Optional<String> of(MoneyView money) {
        return money.cacheDiscount()
                .map(discount ->
                        effect(discount)
                                + money.withoutCache()
                                        .map(price ->
                                                "; would have cost "
                                                        + Numbers.dollars(price)
                                                        + " without")
                                        .orElse(""));
    }

    private static String effect(UsdAmount discount) {
        return switch (discount.signum()) {
            case -1 -> "writing it cost " + Numbers.dollars(discount.negated()) + " extra";
            case 0 -> "it changed nothing";
            default -> "saved " + Numbers.dollars(discount);
        };
    }
}
