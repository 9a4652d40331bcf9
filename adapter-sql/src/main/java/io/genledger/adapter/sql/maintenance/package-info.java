/** The care of a ledger's tables: the time zone, redecoding and backup. */
@NullMarked
package io.genledger.adapter.sql.maintenance;

import org.jspecify.annotations.NullMarked;
