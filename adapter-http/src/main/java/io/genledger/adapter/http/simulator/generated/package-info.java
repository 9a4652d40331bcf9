/** Generations computed from a seed, each with a document and an exactly known cost. */
@NullMarked
package io.genledger.adapter.http.simulator.generated;

import org.jspecify.annotations.NullMarked;
