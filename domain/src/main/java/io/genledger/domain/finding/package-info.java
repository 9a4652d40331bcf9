/** Findings in a record: named rules, each with a stable code, and the standard list of them. */
@NullMarked
package io.genledger.domain.finding;

import org.jspecify.annotations.NullMarked;
