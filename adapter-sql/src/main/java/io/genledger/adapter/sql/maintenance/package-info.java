/** The care of a ledger's tables: the time zone, redecoding, the archive and the status. */
@NullMarked
package io.genledger.adapter.sql.maintenance;

import org.jspecify.annotations.NullMarked;
