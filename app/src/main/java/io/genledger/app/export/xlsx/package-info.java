/** The format of spreadsheets: a report with a sheet for each month. */
@NullMarked
package io.genledger.app.export.xlsx;

import org.jspecify.annotations.NullMarked;
