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
 * Goes through the ledger and says what cannot be right in it, or is worth knowing. Every document
 * is read anew, so that an audit finds whatever newer rules make of it.
 */
public final class AuditLedger {

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
     * Looks at each generation of {@code range}.
     *
     * @param plans what the account has agreed with OpenRouter, and when
     * @param rules what to look for
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AuditReport audit(TimeRange range, PlanHistory plans, List<FindingRule> rules) {
        Run run = new Run(plans, rules);
        archive.read(range, run::look);
        return AuditReport.of(run.generations, run.groups.values());
    }

    /** One audit. */
    private final class Run {

        private final PlanHistory plans;
        private final List<FindingRule> rules;
        private final Map<String, FindingGroup> groups = new HashMap<>();
        private long generations;

        Run(PlanHistory plans, List<FindingRule> rules) {
            this.plans = plans;
            this.rules = rules;
        }

        void look(Revision kept) {
            generations++;
            try {
                Generation generation = decoder.decode(kept.document());
                Expectations expectations =
                        Expectations.STANDARD
                                .withPlans(plans)
                                .withRequested(kept.document().requested());
                for (FindingRule rule : rules) {
                    rule.findIn(generation, expectations).ifPresent(found -> add(kept, found));
                }
            } catch (UndecodableDocumentException unreadable) {
                add(kept, UNREADABLE);
            }
        }

        private void add(Revision kept, Finding finding) {
            groups.merge(finding.code(), FindingGroup.of(kept.id(), finding), FindingGroup::plus);
        }
    }
}
