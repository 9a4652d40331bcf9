package io.genledger.domain.report;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.SpendRule;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Trust;
import java.util.Set;

/**
 * What a report reads of a generation.
 *
 * @param generation the record as decoded
 * @param posting its amounts
 * @param account the account of the ledger to which it belongs
 * @param findings the recorded findings; those that the account's plan decides are not among them
 */
public record ReportedGeneration(
        Generation generation,
        Posting posting,
        AccountName account,
        Set<StandardFindings> findings) {

    /** Copies the findings. */
    public ReportedGeneration {
        findings = Set.copyOf(findings);
    }

    /** A generation of the default account by the caller's spend rule. */
    public static ReportedGeneration of(Generation generation, SpendRule rule) {
        return of(LedgerEntry.of(generation, rule), AccountName.DEFAULT);
    }

    /** An entry of a ledger. */
    public static ReportedGeneration of(LedgerEntry entry, AccountName account) {
        return new ReportedGeneration(
                entry.generation(), entry.posting(), account, entry.findings().atStake().keySet());
    }

    /** How far its amounts can be relied on. */
    public Trust trust() {
        return Trust.of(generation, posting);
    }
}
