/** Exact US dollars without binary floating point, and the charges as OpenRouter states them. */
@NullMarked
package io.genledger.domain.money;

import org.jspecify.annotations.NullMarked;
