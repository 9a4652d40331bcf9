/** Ports for the care of a ledger: verifying, settings, redecoding, backup and retention. */
@NullMarked
package io.genledger.ports.ledger.admin;

import org.jspecify.annotations.NullMarked;
