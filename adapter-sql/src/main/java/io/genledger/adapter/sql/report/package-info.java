/** Sums of spend by dimension, lists of generations, and texts of dimensions. */
@NullMarked
package io.genledger.adapter.sql.report;

import org.jspecify.annotations.NullMarked;
