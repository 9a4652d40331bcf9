/** Status lines of commands that check a whole ledger. */
@NullMarked
package io.genledger.app.cli.progress;

import org.jspecify.annotations.NullMarked;
