package io.genledger.app.cli.simulate;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.domain.money.UsdAmount;

/**
 * The spend of generated generations.
 *
 * @param known the exact sum of all known spends
 * @param unknown number of generations whose spend is unknown
 */
record GeneratedSpend(UsdAmount known, long unknown) {

    static final GeneratedSpend NOTHING = new GeneratedSpend(UsdAmount.ZERO, 0);

    GeneratedSpend plus(GeneratedGeneration generation) {
        return generation
                .spend()
                .map(spend -> new GeneratedSpend(known.plus(new UsdAmount(spend)), unknown))
                .orElseGet(() -> new GeneratedSpend(known, unknown + 1));
    }
}
