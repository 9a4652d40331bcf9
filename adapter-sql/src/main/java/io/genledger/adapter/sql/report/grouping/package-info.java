/** The statement of a report: rows of ranges, summed by group and put in order. */
@NullMarked
package io.genledger.adapter.sql.report.grouping;

import org.jspecify.annotations.NullMarked;
