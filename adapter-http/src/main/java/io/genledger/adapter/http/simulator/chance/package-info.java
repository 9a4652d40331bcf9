/** Chance that can be repeated, and tables derived from recordings that weigh it. */
@NullMarked
package io.genledger.adapter.http.simulator.chance;

import org.jspecify.annotations.NullMarked;

