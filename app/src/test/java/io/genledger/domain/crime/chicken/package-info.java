/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.domain.crime.chicken;

import org.jspecify.annotations.NullMarked;
