package io.genledger.ports.usecase.inspect;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.AccountExpectations;
import io.genledger.domain.finding.Expectations;
import io.genledger.domain.finding.Finding;
import io.genledger.domain.finding.FindingRule;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.period.TimeRange;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.UndecidedFindings;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongConsumer;

/** Reports the findings in the recorded generations: the kept ones, or those of other rules. */
public final class AuditLedger {

    /** The finding for an archived document that cannot be decoded, so that no rule applies. */
    private static final Finding UNREADABLE =
            StandardFindings.DOCUMENT_UNREADABLE.finding(Set.of(), Optional.empty());

    private final FindingReader findings;
    private final LedgerArchive archive;
    private final MetadataDecoder decoder;

    /**
     * Audits one ledger.
     *
     * @param findings its recorded findings
     * @param archive its documents
     */
    public AuditLedger(FindingReader findings, LedgerArchive archive, MetadataDecoder decoder) {
        this.findings = findings;
        this.archive = archive;
        this.decoder = decoder;
    }

    /**
     * The standard findings in the generations that were created in {@code range}, as they were
     * recorded. Only the rules that depend on the account's plan are applied now, to BYOK calls.
     *
     * @param accounts the plans of the accounts, and their BYOK calls in the months of {@code
     *     range}
     * @param decided receives the number of BYOK calls so far to which these rules were applied
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AuditReport audit(TimeRange range, AccountExpectations accounts, LongConsumer decided) {
        Run run = new Run(accounts);
        AtomicLong calls = new AtomicLong();
        AuditReport recorded =
                findings.summarise(
                        range,
                        undecided -> {
                            run.decide(undecided);
                            decided.accept(calls.incrementAndGet());
                        });
        recorded.groups().forEach(run::add);
        return AuditReport.of(recorded.generations(), recorded.byOlderRules(), run.groups());
    }

    /** The same without a count of BYOK calls. */
    public AuditReport audit(TimeRange range, AccountExpectations accounts) {
        return audit(range, accounts, calls -> {});
    }

    /**
     * Applies the caller's rules to the generations that were created in {@code range}. Each
     * archived document is decoded for it; generations whose documents were erased or pruned are
     * only counted.
     *
     * @param accounts the plans of the accounts, and their BYOK calls in the months of {@code
     *     range}
     * @param rules the rules to apply
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read
     */
    public AuditReport audit(
            TimeRange range, AccountExpectations accounts, List<FindingRule> rules) {
        Run run = new Run(accounts);
        archive.read(range, revision -> run.check(revision, rules));
        return AuditReport.of(run.generations, 0, run.groups());
    }

    /** The findings of one audit. */
    private final class Run {

        private final AccountExpectations accounts;
        private final Map<String, FindingGroup> groups = new HashMap<>();
        private long generations;

        Run(AccountExpectations accounts) {
            this.accounts = accounts;
        }

        void decide(UndecidedFindings undecided) {
            FindingExample example = new FindingExample(undecided.created(), undecided.id());
            try {
                Generation generation =
                        undecided.document().map(decoder::decode).orElseGet(() -> byok(undecided));
                apply(
                        List.copyOf(undecided.rules()),
                        generation,
                        accounts.of(undecided.account()),
                        example);
            } catch (UndecodableDocumentException unreadable) {
                add(FindingGroup.of(example, UNREADABLE));
            }
        }

        void check(Revision revision, List<FindingRule> rules) {
            generations++;
            if (revision.document().removal().isPresent()) {
                return;
            }
            try {
                Generation generation = decoder.decode(revision.document());
                apply(
                        rules,
                        generation,
                        accounts.of(revision.account())
                                .withRequested(revision.document().requested()),
                        new FindingExample(generation.created().at(), revision.id()));
            } catch (UndecodableDocumentException unreadable) {
                add(FindingGroup.of(undecodable(revision), UNREADABLE));
            }
        }

        private void apply(
                Collection<? extends FindingRule> rules,
                Generation generation,
                Expectations expected,
                FindingExample example) {
            for (FindingRule rule : rules) {
                rule.findIn(generation, expected)
                        .ifPresent(finding -> add(FindingGroup.of(example, finding)));
            }
        }

        void add(FindingGroup group) {
            groups.merge(group.code(), group, FindingGroup::plus);
        }

        Collection<FindingGroup> groups() {
            return groups.values();
        }
    }

    /** A generation with the facts that an undecided rule looks at. */
    private static Generation byok(UndecidedFindings undecided) {
        return Generation.builder(undecided.id(), CreationTime.recorded(undecided.created()))
                .with(undecided.charges())
                .build();
    }

    private static FindingExample undecodable(Revision revision) {
        CreationTime created =
                CreationTime.of(Optional.empty(), revision.id(), revision.document().receivedAt());
        return new FindingExample(created.at(), revision.id());
    }
}
