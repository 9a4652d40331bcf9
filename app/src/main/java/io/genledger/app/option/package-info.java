/**
 * What a question to the ledger can be limited to, in options: parsed from a command line, a URL or
 * the arguments of a tool.
 */
@NullMarked
package io.genledger.app.option;

import org.jspecify.annotations.NullMarked;
