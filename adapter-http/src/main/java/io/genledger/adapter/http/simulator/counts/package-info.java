/** Counts of the simulator's requests and responses, for reports and assertions. */
@NullMarked
package io.genledger.adapter.http.simulator.counts;

import org.jspecify.annotations.NullMarked;
