/** The program: parser, registry of the commands, and the commands help and completion. */
@NullMarked
package io.genledger.app.cli;

import org.jspecify.annotations.NullMarked;
