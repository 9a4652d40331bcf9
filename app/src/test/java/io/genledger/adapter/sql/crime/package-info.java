/** Planted crimes, which the architecture rules must catch. */
@NullMarked
package io.genledger.adapter.sql.crime;

import org.jspecify.annotations.NullMarked;
