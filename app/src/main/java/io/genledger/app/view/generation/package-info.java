/** Answers about one generation: what its record states, what it cost and why. */
@NullMarked
package io.genledger.app.view.generation;

import org.jspecify.annotations.NullMarked;
