/** Answers about one generation: its record, its cost and the reasons for it. */
@NullMarked
package io.genledger.app.view.generation;

import org.jspecify.annotations.NullMarked;
