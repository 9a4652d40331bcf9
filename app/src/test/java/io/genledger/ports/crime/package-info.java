/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.ports.crime;

import org.jspecify.annotations.NullMarked;
