/** Commands over the queue and the condition of a ledger: status, pending, retry, forget. */
@NullMarked
package io.genledger.app.cli.queue;

import org.jspecify.annotations.NullMarked;
