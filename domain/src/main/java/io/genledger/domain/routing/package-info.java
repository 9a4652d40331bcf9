/** Who served a generation: model, provider, tier, region, and the attempts it took. */
@NullMarked
package io.genledger.domain.routing;

import org.jspecify.annotations.NullMarked;
