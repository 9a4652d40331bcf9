/** The options of reports and lists, and the questions that they ask. */
@NullMarked
package io.genledger.app.option.report;

import org.jspecify.annotations.NullMarked;
