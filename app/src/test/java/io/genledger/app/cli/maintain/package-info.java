/** Tests of the commands that check and change a ledger as a whole. */
@NullMarked
package io.genledger.app.cli.maintain;

import org.jspecify.annotations.NullMarked;
