/** Tables beside the ledger: events of the queue, and positions in tailed files. */
@NullMarked
package io.genledger.adapter.sql.log;

import org.jspecify.annotations.NullMarked;
