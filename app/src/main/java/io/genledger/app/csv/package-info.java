/** CSV that spreadsheets open without executing it. */
@NullMarked
package io.genledger.app.csv;

import org.jspecify.annotations.NullMarked;
