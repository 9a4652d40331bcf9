/** Documents that could not be recorded, in one table. */
@NullMarked
package io.genledger.adapter.sql.quarantine;

import org.jspecify.annotations.NullMarked;
