/**
 * A lake of several ledgers: one table with the entries of all of them, from which reports over all
 * are answered, and the feed by which a ledger gives its entries out.
 */
@NullMarked
package io.genledger.ports.lake;

import org.jspecify.annotations.NullMarked;
