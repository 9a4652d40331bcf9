/** The simulator's repeatable chance, told in examples. */
@NullMarked
package io.genledger.adapter.http.simulator.chance;

import org.jspecify.annotations.NullMarked;

