/** The ledger of recorded generations: recording, revisions, archive, and sums of spend. */
@NullMarked
package io.genledger.ports.ledger;

import org.jspecify.annotations.NullMarked;
