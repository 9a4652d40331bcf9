/** The commands that report and list spend: report, daily, weekly, monthly, session, list. */
@NullMarked
package io.genledger.app.cli.report;

import org.jspecify.annotations.NullMarked;
