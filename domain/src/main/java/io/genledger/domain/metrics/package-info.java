/** Figures derived from a record: prices per token, speed, ratios; and why one is unknown. */
@NullMarked
package io.genledger.domain.metrics;

import org.jspecify.annotations.NullMarked;
