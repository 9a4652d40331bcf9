package io.genledger.app.view.simulate;

import io.genledger.domain.money.UsdAmount;
import java.net.URI;
import java.util.Optional;

/**
 * The answer of {@code simulate}, given when it is ready.
 *
 * @param baseUrl where it serves, for {@code collect --base-url}
 * @param generations how many generations it serves
 * @param spend what they cost together, as far as that is known, in US dollars; empty for documents
 * @param unknownSpend for how many of them the spend is unknown; empty for documents
 */
public record SimulationView(
        URI baseUrl, long generations, Optional<UsdAmount> spend, Optional<Long> unknownSpend) {}
