/** Erasure of users, and pruning of documents and of entries. */
@NullMarked
package io.genledger.adapter.sql.retention;

import org.jspecify.annotations.NullMarked;
