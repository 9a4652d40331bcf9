/** Ledgers in real SQLite files and on a real PostgreSQL server, and helpers that make them. */
@NullMarked
package io.genledger.adapter.sql;

import org.jspecify.annotations.NullMarked;
