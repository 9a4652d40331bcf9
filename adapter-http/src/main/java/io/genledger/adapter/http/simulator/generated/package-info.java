/** Generations without number: made from a seed, never stored, with a spend known to the digit. */
@NullMarked
package io.genledger.adapter.http.simulator.generated;

import org.jspecify.annotations.NullMarked;

