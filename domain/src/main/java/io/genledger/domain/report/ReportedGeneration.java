package io.genledger.domain.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;

/**
 * What a report reads of a generation.
 *
 * @param generation the record as decoded
 * @param posting its amounts
 * @param account the account of the ledger to which it belongs
 */
public record ReportedGeneration(Generation generation, Posting posting, AccountName account) {

    /** A generation of the default account by the caller's spend rule. */
    public static ReportedGeneration of(Generation generation, SpendRule rule) {
        return new ReportedGeneration(
                generation, Posting.of(generation, rule), AccountName.DEFAULT);
    }

    /** An entry of a ledger. */
    public static ReportedGeneration of(LedgerEntry entry, AccountName account) {
        return new ReportedGeneration(entry.generation(), entry.posting(), account);
    }

    /** How far its amounts can be relied on. */
    public Trust trust() {
        return Trust.of(generation, posting);
    }
}
