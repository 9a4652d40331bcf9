/** Tests of the command that exports a ledger. */
@NullMarked
package io.genledger.app.cli.export;

import org.jspecify.annotations.NullMarked;
