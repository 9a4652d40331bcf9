/** Findings that are recorded with the entries: read from their sums by day, and from entries. */
@NullMarked
package io.genledger.adapter.sql.finding;

import org.jspecify.annotations.NullMarked;
