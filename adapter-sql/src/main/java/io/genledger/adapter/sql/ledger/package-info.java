/** Recorded generations: their documents, revisions and newest entries. */
@NullMarked
package io.genledger.adapter.sql.ledger;

import org.jspecify.annotations.NullMarked;
