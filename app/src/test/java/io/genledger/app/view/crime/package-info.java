/** Planted violations, for the rules to find. */
@NullMarked
package io.genledger.app.view.crime;

import org.jspecify.annotations.NullMarked;
