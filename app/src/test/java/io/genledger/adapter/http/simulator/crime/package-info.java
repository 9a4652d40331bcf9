/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.adapter.http.simulator.crime;

import org.jspecify.annotations.NullMarked;
