/** The route of a generation: model, provider, service tier, data region and attempts. */
@NullMarked
package io.genledger.domain.routing;

import org.jspecify.annotations.NullMarked;
