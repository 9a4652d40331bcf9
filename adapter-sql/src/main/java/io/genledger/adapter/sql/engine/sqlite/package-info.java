/** A ledger in one SQLite file: connections, locks and error translation. */
@NullMarked
package io.genledger.adapter.sql.engine.sqlite;

import org.jspecify.annotations.NullMarked;
