/** Sums of entries by time and dimensions, kept up to date in the transaction that records. */
@NullMarked
package io.genledger.adapter.sql.rollup;

import org.jspecify.annotations.NullMarked;
