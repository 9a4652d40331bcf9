/** Listing, retrying and forgetting entries of the queue. */
@NullMarked
package io.genledger.ports.usecase.queue;

import org.jspecify.annotations.NullMarked;
