/** Ships a ledger's entries to a lake in the background. */
@NullMarked
package io.genledger.app.service.lake;

import org.jspecify.annotations.NullMarked;
