/** Importing saved documents into the ledger. */
@NullMarked
package io.genledger.ports.usecase.intake;

import org.jspecify.annotations.NullMarked;
