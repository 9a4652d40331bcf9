/**
 * The commands that check and change a ledger as a whole: verify, config, redecode, backup, prune,
 * erase.
 */
@NullMarked
package io.genledger.app.cli.maintain;

import org.jspecify.annotations.NullMarked;
