/** Sketches of durations by day, kept in the transaction that records, as the other rollups are. */
@NullMarked
package io.genledger.adapter.sql.sketch;

import org.jspecify.annotations.NullMarked;
