/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.adapter.json.crime;

import org.jspecify.annotations.NullMarked;
