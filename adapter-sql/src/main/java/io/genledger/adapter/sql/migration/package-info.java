/** The migration of generations from the tables of version 8, in batches that can be resumed. */
@NullMarked
package io.genledger.adapter.sql.migration;

import org.jspecify.annotations.NullMarked;
