/**
 * The terminal and process around a command: streams, colours, shutdown signals, errors, exit
 * codes.
 */
@NullMarked
package io.genledger.app.cli.console;

import org.jspecify.annotations.NullMarked;
