/** What a ledger keeps of a generation, and how precisely. */
@NullMarked
package io.genledger.domain.ledger;

import org.jspecify.annotations.NullMarked;
