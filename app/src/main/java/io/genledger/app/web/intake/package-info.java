/** The routes by which ids and documents come into the ledger. */
@NullMarked
package io.genledger.app.web.intake;

import org.jspecify.annotations.NullMarked;
