/**
 * Rows with the columns of a ledger's feed, which a lake has of several ledgers: what is asked of
 * them.
 */
@NullMarked
package io.genledger.adapter.sql.lake.feed;

import org.jspecify.annotations.NullMarked;
