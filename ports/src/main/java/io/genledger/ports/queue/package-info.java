/** The durable queue of tracked generations: claims with leases, and their settlements. */
@NullMarked
package io.genledger.ports.queue;

import org.jspecify.annotations.NullMarked;
