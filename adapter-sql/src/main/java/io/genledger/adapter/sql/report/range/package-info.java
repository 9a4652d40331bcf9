/** The ranges of time that a report adds up, in days, quarters of an hour and microseconds. */
@NullMarked
package io.genledger.adapter.sql.report.range;

import org.jspecify.annotations.NullMarked;
