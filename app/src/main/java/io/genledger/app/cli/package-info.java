/** The command line, and the one place where the adapters are chosen. */
@NullMarked
package io.genledger.app.cli;

import org.jspecify.annotations.NullMarked;
