/** Look-ups of single generations by id, with as little work as possible. */
@NullMarked
package io.genledger.adapter.sql.lookup;

import org.jspecify.annotations.NullMarked;
