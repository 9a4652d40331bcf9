/** Queries of the spend of many generations, their reports, and the report of an audit. */
@NullMarked
package io.genledger.domain.report;

import org.jspecify.annotations.NullMarked;
