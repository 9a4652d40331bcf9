/** Converts the values of options. */
@NullMarked
package io.genledger.app.cli.option.convert;

import org.jspecify.annotations.NullMarked;
