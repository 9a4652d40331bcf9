package io.genledger.app.view.simulate;

import io.genledger.domain.money.UsdAmount;
import java.net.URI;
import java.util.Optional;

/**
 * The answer of {@code simulate}, printed when it is ready to serve.
 *
 * @param baseUrl its base URL, for {@code collect --base-url}
 * @param generations number of generations it serves
 * @param spend sum of their known spends, in US dollars; empty for documents
 * @param unknownSpend number of them whose spend is unknown; empty for documents
 */
public record SimulationView(
        URI baseUrl, long generations, Optional<UsdAmount> spend, Optional<Long> unknownSpend) {}
