/** Recomputes the rollups from the entries, follows the revisions, and names what differs. */
@NullMarked
package io.genledger.adapter.sql.verify;

import org.jspecify.annotations.NullMarked;
