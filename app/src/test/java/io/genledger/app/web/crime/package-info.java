/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.app.web.crime;

import org.jspecify.annotations.NullMarked;
