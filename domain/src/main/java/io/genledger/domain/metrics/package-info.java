/**
 * Figures derived from a record: prices per token, speed, ratios, and which of them are unknown.
 */
@NullMarked
package io.genledger.domain.metrics;

import org.jspecify.annotations.NullMarked;
