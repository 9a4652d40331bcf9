/** Use cases that check a ledger and renew what it keeps beside its documents. */
@NullMarked
package io.genledger.ports.usecase.maintain;

import org.jspecify.annotations.NullMarked;
