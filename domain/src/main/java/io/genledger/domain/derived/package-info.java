/** Figures that follow from a record, as exact fractions, and only where they can be known. */
@NullMarked
package io.genledger.domain.derived;

import org.jspecify.annotations.NullMarked;
