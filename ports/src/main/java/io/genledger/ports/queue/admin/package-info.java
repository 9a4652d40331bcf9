/** The queue as people read and edit it: entries, totals, events, and quarantined documents. */
@NullMarked
package io.genledger.ports.queue.admin;

import org.jspecify.annotations.NullMarked;
