/** The tables that a report reads: rollups and entries, with their figures and dimensions. */
@NullMarked
package io.genledger.adapter.sql.report.source;

import org.jspecify.annotations.NullMarked;
