package io.genledger.app;

import io.genledger.domain.finding.Expectations;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.ledger.RecordedFindings;
import io.genledger.domain.report.AuditReport;
import io.genledger.domain.report.FindingExample;
import io.genledger.domain.report.FindingGroup;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.FindingReader;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.ledger.UndecidedFindings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The findings of a ledger that keeps none: each archived document is decoded. */
record DecodedFindings(LedgerArchive archive, MetadataDecoder decoder) implements FindingReader {

    @Override
    public AuditReport summarise(TimeRange range, Consumer<UndecidedFindings> undecided) {
        Run run = new Run(undecided);
        archive.read(range, run::add);
        return AuditReport.of(run.generations, 0, run.groups.values());
    }

    private final class Run {

        private final Consumer<UndecidedFindings> undecided;
        private final Map<String, FindingGroup> groups = new HashMap<>();
        private long generations;

        Run(Consumer<UndecidedFindings> undecided) {
            this.undecided = undecided;
        }

        void add(Revision revision) {
            generations++;
            try {
                Generation generation = decoder.decode(revision.document());
                RecordedFindings findings =
                        RecordedFindings.of(
                                generation,
                                Expectations.STANDARD.withRequested(
                                        revision.document().requested()));
                add(revision, generation.created().at(), findings);
                if (!findings.undecided().isEmpty()) {
                    undecided.accept(
                            new UndecidedFindings(
                                    revision.id(),
                                    generation.created().at(),
                                    findings.undecided(),
                                    generation.charges(),
                                    Optional.of(revision.document())));
                }
            } catch (UndecodableDocumentException unreadable) {
                Instant received = revision.document().receivedAt();
                add(
                        revision,
                        CreationTime.of(Optional.empty(), revision.id(), received).at(),
                        RecordedFindings.UNREADABLE);
            }
        }

        private void add(Revision revision, Instant created, RecordedFindings findings) {
            FindingExample example = new FindingExample(created, revision.id());
            findings.atStake()
                    .forEach((rule, atStake) -> {
                        FindingGroup group =
                                FindingGroup.of(example, rule.finding(Set.of(), atStake));
                        groups.merge(group.code(), group, FindingGroup::plus);
                    });
        }
    }
}
