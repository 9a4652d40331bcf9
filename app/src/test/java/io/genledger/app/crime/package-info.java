/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.app.crime;

import org.jspecify.annotations.NullMarked;
