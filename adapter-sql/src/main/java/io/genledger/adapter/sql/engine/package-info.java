/**
 * The database systems that hold a ledger: connections, locks and error translation; the only
 * package that names a dialect.
 */
@NullMarked
package io.genledger.adapter.sql.engine;

import org.jspecify.annotations.NullMarked;
