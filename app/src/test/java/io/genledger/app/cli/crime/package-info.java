/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.app.cli.crime;

import org.jspecify.annotations.NullMarked;
