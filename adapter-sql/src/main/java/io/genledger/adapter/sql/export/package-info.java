/** Entries read one by one for exports. */
@NullMarked
package io.genledger.adapter.sql.export;

import org.jspecify.annotations.NullMarked;
