package io.genledger.ports.testkit;

import io.genledger.domain.audit.AuditReport;
import io.genledger.domain.audit.FindingExample;
import io.genledger.domain.audit.FindingGroup;
import io.genledger.domain.finding.StandardFindings;
import io.genledger.domain.generation.CreationTime;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.domain.ledger.Posting;
import io.genledger.domain.ledger.Precedence;
import io.genledger.domain.money.Charges;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.ReportedGeneration;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.ledger.Revision;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import io.genledger.ports.report.UndecidedFindings;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** A ledger, its archive, its sums and its findings in memory. */
public final class InMemoryLedger implements Ledger, LedgerArchive, SpendReader, FindingReader {

    private final Map<GenerationId, List<Recording>> revisions = new LinkedHashMap<>();
    private final Map<GenerationId, List<Instant>> recordedAt = new HashMap<>();
    private final List<GenerationId> withOwnRecord = new ArrayList<>();
    private final Set<GenerationId> collected = new HashSet<>();
    private final List<Entry> entries = new ArrayList<>();

    /** The number of the entry of each newest revision. */
    private final Map<GenerationId, Integer> newestEntry = new HashMap<>();

    /**
     * One entry; its number is its place in the list, from 1.
     *
     * @param cancels the number of the entry that it cancels; 0 if it cancels none
     */
    record Entry(int revision, int cancels, Recording recording, Instant recordedAt) {}

    /** All entries in the order of their numbers. */
    synchronized List<Entry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public synchronized List<Outcome> record(List<Recording> recordings) {
        return recordings.stream().map(this::record).toList();
    }

    @Override
    public synchronized Optional<Revision> find(GenerationId id) {
        return Optional.ofNullable(revisions.get(id)).map(all -> revision(id, all, all.size()));
    }

    @Override
    public synchronized List<Revision> revisions(GenerationId id) {
        List<Recording> all = revisions.getOrDefault(id, List.of());
        return IntStream.range(0, all.size()).mapToObj(i -> revision(id, all, i + 1)).toList();
    }

    private static Revision revision(GenerationId id, List<Recording> all, int number) {
        Recording recording = all.get(number - 1);
        return new Revision(id, number, recording.account(), recording.document());
    }

    /** The time of creation of each generation whose own record is recorded. */
    synchronized Map<GenerationId, Instant> created() {
        Map<GenerationId, Instant> created = new LinkedHashMap<>();
        revisions.forEach((id, all) -> {
            if (hasOwnRecord(all)) {
                created.put(id, created(newest(all)));
            }
        });
        return created;
    }

    @Override
    public void read(TimeRange range, Consumer<Revision> reader) {
        List<Revision> recorded = new ArrayList<>();
        synchronized (this) {
            revisions.forEach((id, all) -> {
                if (range.contains(created(newest(all)))) {
                    recorded.add(revision(id, all, all.size()));
                }
            });
        }
        recorded.forEach(reader);
    }

    private synchronized List<Recording> newestIn(TimeRange range) {
        return revisions.values().stream()
                .map(InMemoryLedger::newest)
                .filter(recording -> range.contains(created(recording)))
                .toList();
    }

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        SpendReport.of(query, asOf(query.asOf())).rows().forEach(rows);
        return Optional.of(Uncollected.NONE);
    }

    /** Every answer reads all generations. */
    @Override
    public boolean keepsSums(SpendQuery query) {
        return false;
    }

    /** Each generation by its newest revision that was recorded until {@code moment}. */
    synchronized List<ReportedGeneration> asOf(Optional<Instant> moment) {
        List<ReportedGeneration> generations = new ArrayList<>();
        revisions.forEach((id, all) -> {
            long count =
                    recordedAt.getOrDefault(id, List.of()).stream()
                            .filter(at -> moment.map(end -> !at.isAfter(end)).orElse(true))
                            .count();
            if (count > 0) {
                generations.add(inMicroseconds(all.get((int) count - 1)));
            }
        });
        return generations;
    }

    private static ReportedGeneration inMicroseconds(Recording recording) {
        LedgerEntry entry = recording.entry();
        CreationTime created = entry.generation().created();
        return new ReportedGeneration(
                entry.generation().toBuilder()
                        .with(new CreationTime(entry.createdAt(), created.basis()))
                        .build(),
                entry.posting(),
                recording.account(),
                entry.findings().atStake().keySet());
    }

    @Override
    public AuditReport summarise(TimeRange range, Consumer<UndecidedFindings> undecided) {
        List<Recording> recorded = newestIn(range);
        Map<String, FindingGroup> groups = new HashMap<>();
        recorded.forEach(recording -> {
            FindingExample example = new FindingExample(created(recording), recording.entry().id());
            recording
                    .entry()
                    .findings()
                    .atStake()
                    .forEach((rule, atStake) -> {
                        FindingGroup group =
                                FindingGroup.of(example, rule.finding(Set.of(), atStake));
                        groups.merge(group.code(), group, FindingGroup::plus);
                    });
        });
        recorded.stream()
                .filter(recording -> !recording.entry().findings().undecided().isEmpty())
                .map(InMemoryLedger::undecided)
                .forEach(undecided);
        long older =
                recorded.stream()
                        .filter(recording -> recording.entry().findings().isByOlderRules())
                        .count();
        return AuditReport.of(recorded.size(), older, groups.values());
    }

    private static UndecidedFindings undecided(Recording recording) {
        LedgerEntry entry = recording.entry();
        Posting posting = entry.posting();
        boolean exact =
                !entry.findings().atStake().containsKey(StandardFindings.AMOUNT_FINER_THAN_LEDGER);
        return new UndecidedFindings(
                entry.id(),
                recording.account(),
                created(recording),
                entry.findings().undecided(),
                new Charges(
                        Optional.of(true),
                        posting.byokFee(),
                        Optional.empty(),
                        posting.byokUpstream(),
                        Optional.empty()),
                exact ? Optional.empty() : Optional.of(recording.document()));
    }

    private Outcome record(Recording recording) {
        GenerationId id = recording.entry().id();
        List<Recording> all = revisions.computeIfAbsent(id, first -> new ArrayList<>());
        Outcome outcome = outcomeOf(recording, all);
        if (outcome == Outcome.SUPERSEDED || outcome == Outcome.OUTRANKED) {
            return outcome;
        }
        if (outcome != Outcome.UNCHANGED) {
            if (!recording.entry().isProvisional() && !hasOwnRecord(all)) {
                withOwnRecord.add(id);
            }
            add(recording, all);
        }
        if (isFetchedRecord(recording) && isEqual(newest(all), recording)) {
            collected.add(id);
        }
        return outcome;
    }

    private void add(Recording recording, List<Recording> all) {
        GenerationId id = recording.entry().id();
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        if (!all.isEmpty()) {
            int cancelled = Objects.requireNonNull(newestEntry.get(id));
            entries.add(new Entry(all.size(), cancelled, newest(all), now));
        }
        all.add(recording);
        entries.add(new Entry(all.size(), 0, recording, now));
        newestEntry.put(id, entries.size());
        recordedAt.computeIfAbsent(id, first -> new ArrayList<>()).add(now);
    }

    private Outcome outcomeOf(Recording recording, List<Recording> all) {
        if (all.isEmpty()) {
            return Outcome.RECORDED;
        }
        LedgerEntry current = newest(all).entry();
        int rank =
                Precedence.of(recording.entry(), isFetchedRecord(recording))
                        .against(Precedence.of(current, collected.contains(current.id())));
        if (recording.entry().isProvisional() && rank < 0) {
            return Outcome.SUPERSEDED;
        }
        if (isRecorded(all, recording)) {
            return Outcome.UNCHANGED;
        }
        if (rank < 0) {
            return Outcome.OUTRANKED;
        }
        return rank > 0 && current.isProvisional() ? Outcome.REPLACED : Outcome.REVISED;
    }

    @Override
    public synchronized List<Outcome> preview(List<Recording> recordings) {
        InMemoryLedger copy = new InMemoryLedger();
        revisions.forEach((id, all) -> copy.revisions.put(id, new ArrayList<>(all)));
        copy.collected.addAll(collected);
        copy.entries.addAll(entries);
        copy.newestEntry.putAll(newestEntry);
        return copy.record(recordings);
    }

    /** Whether the generation's own record is recorded, and not only inline usage. */
    public synchronized boolean hasRecordOf(GenerationId id) {
        return hasOwnRecord(revisions.getOrDefault(id, List.of()));
    }

    /** The ids whose own record is recorded, in that order, without the first {@code known}. */
    synchronized List<GenerationId> recordedAfter(int known) {
        return List.copyOf(withOwnRecord.subList(known, withOwnRecord.size()));
    }

    private static boolean hasOwnRecord(List<Recording> all) {
        return !all.stream().allMatch(recorded -> recorded.entry().isProvisional());
    }

    /** Content of an older revision is new again only if a later or the first fetch returned it. */
    private boolean isRecorded(List<Recording> all, Recording recording) {
        boolean equal = all.stream().anyMatch(recorded -> isEqual(recorded, recording));
        return equal && (isEqual(newest(all), recording) || !isNewerFetch(all, recording));
    }

    private boolean isNewerFetch(List<Recording> all, Recording recording) {
        return isFetchedRecord(recording)
                && (!collected.contains(recording.entry().id())
                        || recording
                                .document()
                                .receivedAt()
                                .isAfter(newest(all).document().receivedAt()));
    }

    private static boolean isFetchedRecord(Recording recording) {
        return recording.document().requested().isPresent() && !recording.entry().isProvisional();
    }

    private static boolean isEqual(Recording one, Recording other) {
        return other.entry().hasContent(one.entry().digest());
    }

    private static Instant created(Recording recording) {
        return recording.entry().createdAt();
    }

    private static Recording newest(List<Recording> revisions) {
        return revisions.get(revisions.size() - 1);
    }
}
