/** The ledger of recorded generations: recordings, revisions, archive, and sums of spend. */
@NullMarked
package io.genledger.ports.ledger;

import org.jspecify.annotations.NullMarked;
