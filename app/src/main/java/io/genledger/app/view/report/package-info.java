/** Answers over many generations: spend reports and audits. */
@NullMarked
package io.genledger.app.view.report;

import org.jspecify.annotations.NullMarked;
