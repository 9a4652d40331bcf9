/** Sums of spend by dimension, computed by the database. */
@NullMarked
package io.genledger.adapter.sql.report;

import org.jspecify.annotations.NullMarked;
