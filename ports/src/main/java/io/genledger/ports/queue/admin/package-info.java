/** Reading and editing the queue: entries, totals, events, and quarantined documents. */
@NullMarked
package io.genledger.ports.queue.admin;

import org.jspecify.annotations.NullMarked;
