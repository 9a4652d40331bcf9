/** The ledger kept in a relational database, through jOOQ. */
@NullMarked
package io.genledger.adapter.sql;

import org.jspecify.annotations.NullMarked;
