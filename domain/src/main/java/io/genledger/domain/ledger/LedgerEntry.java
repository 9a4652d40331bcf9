package io.genledger.domain.ledger;

import io.genledger.domain.generation.DocumentKind;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;

/**
 * What a ledger keeps of a generation beside the original document.
 *
 * @param generation the record as decoded, every digit of it
 * @param posting what it adds to the account
 * @param digest names its content, to tell a repetition from a correction
 */
public record LedgerEntry(Generation generation, Posting posting, ContentDigest digest) {

    /** The entry of {@code generation}. */
    public static LedgerEntry of(Generation generation) {
        return new LedgerEntry(generation, Posting.of(generation), ContentDigest.of(generation));
    }

    /** Whether its figures are those of the completion, for the own record to supersede. */
    public boolean isInline() {
        return generation.shape().kind() == DocumentKind.COMPLETION;
    }

    /** Which generation. */
    public GenerationId id() {
        return generation.id();
    }
}
