/** A ledger on a PostgreSQL server: connections, locks and error translation. */
@NullMarked
package io.genledger.adapter.sql.engine.postgres;

import org.jspecify.annotations.NullMarked;
