/** The list of the formats to which a ledger is exported. */
@NullMarked
package io.genledger.app.export;

import org.jspecify.annotations.NullMarked;
