/** Tables beside the ledger: queue events, quarantined documents, and positions in tailed files. */
@NullMarked
package io.genledger.adapter.sql.log;

import org.jspecify.annotations.NullMarked;
