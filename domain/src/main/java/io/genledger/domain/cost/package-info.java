/** The spend of a generation: spend rule, breakdown, BYOK plan, zero reason. */
@NullMarked
package io.genledger.domain.cost;

import org.jspecify.annotations.NullMarked;
