/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.domain.crime.egg;

import org.jspecify.annotations.NullMarked;
