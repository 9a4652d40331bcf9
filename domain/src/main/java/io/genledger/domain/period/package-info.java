/** Periods of time, as bounds that people write, and as moments. */
@NullMarked
package io.genledger.domain.period;

import org.jspecify.annotations.NullMarked;
