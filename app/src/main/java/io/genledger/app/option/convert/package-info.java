/** Converts the values of options. */
@NullMarked
package io.genledger.app.option.convert;

import org.jspecify.annotations.NullMarked;
