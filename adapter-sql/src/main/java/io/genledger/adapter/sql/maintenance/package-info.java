/** The care of a ledger's tables: verifying, rebuilding, redecoding, backup and retention. */
@NullMarked
package io.genledger.adapter.sql.maintenance;

import org.jspecify.annotations.NullMarked;
