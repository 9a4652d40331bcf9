package io.genledger.ports.usecase.inspect;

import io.genledger.domain.cost.PlanHistory;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.FindingRule;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.report.AuditReport;
import io.genledger.domain.report.FindingGroup;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks every recorded generation against a list of finding rules. Each archived document is
 * decoded again, so that newer rules apply to older documents.
 */
public final class AuditLedger {

    /** The finding for an archived document that cannot be decoded, so that no rule applies. */
    private static final Finding UNREADABLE =
            StandardFindings.DOCUMENT_UNREADABLE.finding(Set.of(), Optional.empty());

    private final LedgerArchive archive;
    private final MetadataDecoder decoder;

    /** Audits {@code archive}. */
    public AuditLedger(LedgerArchive archive, MetadataDecoder decoder) {
        this.archive = archive;
        this.decoder = decoder;
    }

    /**
     * Checks each generation that was created in {@code range}.
     *
     * @param plans the account's BYOK plans over time
     * @param rules the rules to apply
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AuditReport audit(TimeRange range, PlanHistory plans, List<FindingRule> rules) {
        Run run = new Run(plans, rules);
        archive.read(range, run::check);
        return AuditReport.of(run.generations, run.groups.values());
    }

    /** The findings of one audit. */
    private final class Run {

        private final PlanHistory plans;
        private final List<FindingRule> rules;
        private final Map<String, FindingGroup> groups = new HashMap<>();
        private long generations;

        Run(PlanHistory plans, List<FindingRule> rules) {
            this.plans = plans;
            this.rules = rules;
        }

        void check(Revision revision) {
            generations++;
            try {
                Generation generation = decoder.decode(revision.document());
                Expectations expectations =
                        Expectations.STANDARD
                                .withPlans(plans)
                                .withRequested(revision.document().requested());
                for (FindingRule rule : rules) {
                    rule.findIn(generation, expectations)
                            .ifPresent(finding -> add(revision, finding));
                }
            } catch (UndecodableDocumentException unreadable) {
                add(revision, UNREADABLE);
            }
        }

        private void add(Revision revision, Finding finding) {
            groups.merge(
                    finding.code(), FindingGroup.of(revision.id(), finding), FindingGroup::plus);
        }
    }
}
