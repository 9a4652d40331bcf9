/** Tailing growing texts across rotations and restarts. */
@NullMarked
package io.genledger.ports.tail;

import org.jspecify.annotations.NullMarked;
