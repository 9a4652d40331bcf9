/**
 * The durable queue of tracked generations: claims with leases, and the settlements that end them.
 */
@NullMarked
package io.genledger.ports.queue;

import org.jspecify.annotations.NullMarked;
