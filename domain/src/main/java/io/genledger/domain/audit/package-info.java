/** The report of an audit: the findings in many generations, by code. */
@NullMarked
package io.genledger.domain.audit;

import org.jspecify.annotations.NullMarked;
