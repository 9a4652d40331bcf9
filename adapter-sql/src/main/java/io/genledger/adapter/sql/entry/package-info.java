/**
 * Entries as rows of the table {@code entry}: their columns, and the numbers of their dimensions.
 */
@NullMarked
package io.genledger.adapter.sql.entry;

import org.jspecify.annotations.NullMarked;
