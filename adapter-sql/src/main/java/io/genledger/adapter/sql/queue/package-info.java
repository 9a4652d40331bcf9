/** The durable queue: tracking, claiming, settling, refreshing, listing and editing. */
@NullMarked
package io.genledger.adapter.sql.queue;

import org.jspecify.annotations.NullMarked;
