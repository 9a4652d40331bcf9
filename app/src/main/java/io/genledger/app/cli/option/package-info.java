/** Options that several commands share, and converters of their values. */
@NullMarked
package io.genledger.app.cli.option;

import org.jspecify.annotations.NullMarked;
