/** Seeded random numbers and the recorded distributions that they follow. */
@NullMarked
package io.genledger.adapter.http.simulator.random;

import org.jspecify.annotations.NullMarked;
