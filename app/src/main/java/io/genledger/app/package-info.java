/** The composition root: builds the use cases over a ledger from their adapters. */
@NullMarked
package io.genledger.app;

import org.jspecify.annotations.NullMarked;
