/** The entry of a generation in a ledger: posting, content digest, differences of revisions. */
@NullMarked
package io.genledger.domain.ledger;

import org.jspecify.annotations.NullMarked;
