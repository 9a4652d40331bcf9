/**
 * Exact US dollars, and the money as OpenRouter states it: no rounding, one equality, no binary
 * floating point.
 */
@NullMarked
package io.genledger.domain.money;

import org.jspecify.annotations.NullMarked;
