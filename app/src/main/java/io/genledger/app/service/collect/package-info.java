/** Collecting in the background, its events and its state. */
@NullMarked
package io.genledger.app.service.collect;

import org.jspecify.annotations.NullMarked;
