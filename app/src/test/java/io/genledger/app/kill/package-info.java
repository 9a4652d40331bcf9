/** Processes that are killed while they collect, and what is left of their work. */
@NullMarked
package io.genledger.app.kill;

import org.jspecify.annotations.NullMarked;
