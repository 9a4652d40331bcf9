/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.ports.usecase.crime;

import org.jspecify.annotations.NullMarked;
