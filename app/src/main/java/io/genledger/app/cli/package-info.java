/** The command line: one class per command, which asks a use case and prints its answer. */
@NullMarked
package io.genledger.app.cli;

import org.jspecify.annotations.NullMarked;
