/**
 * The ports of ledger, queue and reports over a SQLite file or a PostgreSQL server; only the two
 * public types of this package are used from outside the module.
 */
@NullMarked
package io.genledger.adapter.sql;

import org.jspecify.annotations.NullMarked;
