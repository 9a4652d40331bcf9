/** The ledger in real SQLite files. */
@NullMarked
package io.genledger.adapter.sql;

import org.jspecify.annotations.NullMarked;
