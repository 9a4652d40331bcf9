/** The command report. */
@NullMarked
package io.genledger.app.cli.report;

import org.jspecify.annotations.NullMarked;
