/** Erasure of users and pruning of documents. */
@NullMarked
package io.genledger.adapter.sql.retention;

import org.jspecify.annotations.NullMarked;
