/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.adapter.http.crime;

import org.jspecify.annotations.NullMarked;
