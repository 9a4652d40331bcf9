/** Commands about what a ledger holds: show, why, values, audit. */
@NullMarked
package io.genledger.app.cli.inspect;

import org.jspecify.annotations.NullMarked;
