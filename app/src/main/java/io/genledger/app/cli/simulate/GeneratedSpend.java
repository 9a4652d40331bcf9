package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.domain.money.UsdAmount;

/**
 * What generated generations cost together.
 *
 * @param known to the last digit
 * @param unknown how many did not say
 */
record GeneratedSpend(UsdAmount known, long unknown) {

    static final GeneratedSpend NOTHING = new GeneratedSpend(UsdAmount.ZERO, 0);

    GeneratedSpend plus(GeneratedGeneration generation) {
        return generation
                .spend()
                .map(spend -> new GeneratedSpend(known.plus(new UsdAmount(spend)), unknown))
                .orElseGet(() -> new GeneratedSpend(known, unknown + 1));
    }

    String inWords() {
        return "$" + known + (unknown == 0 ? "" : ", and %,d that do not say".formatted(unknown));
    }
}
