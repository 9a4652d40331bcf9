/**
 * The feed of a ledger's entries, and the lake of several ledgers on Trino over Apache Iceberg that
 * copies them.
 */
@NullMarked
package io.genledger.adapter.sql.lake;

import org.jspecify.annotations.NullMarked;
