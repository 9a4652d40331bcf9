/** Queries of the spend of many generations, and their reports. */
@NullMarked
package io.genledger.domain.report;

import org.jspecify.annotations.NullMarked;
