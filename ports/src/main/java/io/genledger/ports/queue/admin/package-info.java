/** Reading and editing the queue: entries, totals and events. */
@NullMarked
package io.genledger.ports.queue.admin;

import org.jspecify.annotations.NullMarked;
