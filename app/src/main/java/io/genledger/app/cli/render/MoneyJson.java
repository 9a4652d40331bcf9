package io.genledger.app.cli.render;

import io.genledger.domain.cost.Spend;
import io.genledger.domain.money.BillingMode;
import io.genledger.domain.money.UsdAmount;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The amounts of one generation, as every {@code --json} prints them: null where not known. */
final class MoneyJson {

    private MoneyJson() {}

    static void put(ObjectNode shape, Spend spend) {
        spend.fold(known -> putKnown(shape, known), unknown -> putUnknown(shape, unknown));
    }

    private static ObjectNode putKnown(ObjectNode shape, Spend.Known spend) {
        return shape.put("spend", spend.amount().toString())
                .put("credits", spend.credits().toString())
                .put("byokUpstream", spend.byokUpstream().toString())
                .put("byokFee", spend.byokFee().toString())
                .put("cacheDiscount", text(spend.cacheDiscount()))
                .put("withoutCache", text(spend.withoutCache()));
    }

    private static ObjectNode putUnknown(ObjectNode shape, Spend.Unknown spend) {
        boolean byok = spend.mode() == BillingMode.BYOK;
        return shape.putNull("spend")
                .put("spendUnknown", spend.reason().sentence())
                .put("credits", text(spend.credits()))
                .put("byokUpstream", byok ? text(spend.byokUpstream()) : "0")
                .put("byokFee", byok ? text(spend.credits()) : "0");
    }

    private static @Nullable String text(Optional<UsdAmount> amount) {
        return amount.map(UsdAmount::toString).orElse(null);
    }
}
