/** Programs that measure the whole, in profile {@code bench}. */
@NullMarked
package io.genledger.app.bench;

import org.jspecify.annotations.NullMarked;
