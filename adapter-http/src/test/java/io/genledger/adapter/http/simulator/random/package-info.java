/** Tests of seeded random numbers and recorded distributions. */
@NullMarked
package io.genledger.adapter.http.simulator.random;

import org.jspecify.annotations.NullMarked;
