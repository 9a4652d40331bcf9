package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static java.util.stream.Collectors.toSet;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.update;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.rollup.FindingBatch;
import io.genledger.adapter.sql.rollup.FindingMoney;
import io.genledger.adapter.sql.rollup.RollupBatch;
import io.genledger.adapter.sql.statement.BulkInsert;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.ports.ledger.Ledger.Outcome;
import io.genledger.ports.ledger.admin.EntryRenewals;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;

/**
 * Recordings of one transaction, which has announced to write entries: new generations are
 * inserted, known ones compared with their revisions, then entries, documents and sums written in
 * bulk.
 */
final class RecordingBatch {

    private static final BulkStatement INSERT_GENERATION =
            new BulkStatement(
                    insertInto(GENERATION, GENERATION.fields())
                            .values(new Object[GENERATION.fields().length])
                            .onConflict(GENERATION.ID)
                            .doNothing());

    private static final BulkStatement UPDATE_GENERATION =
            new BulkStatement(
                    update(GENERATION)
                            .set(GENERATION.CURRENT, param("current", GENERATION.CURRENT))
                            .set(GENERATION.COLLECTED, param("collected", GENERATION.COLLECTED))
                            .set(GENERATION.READ_AGE_S, param("age", GENERATION.READ_AGE_S))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID))));

    /** Decoding a document again is no fetch: the age of the last one stays. */
    private static final BulkStatement RENEW_GENERATION =
            new BulkStatement(
                    update(GENERATION)
                            .set(GENERATION.CURRENT, param("current", GENERATION.CURRENT))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID))));

    private static final BulkStatement SET_COLLECTED =
            new BulkStatement(
                    update(GENERATION)
                            .set(GENERATION.COLLECTED, inline(1))
                            .where(GENERATION.ID.eq(param("id", GENERATION.ID))));

    private static final BulkInsert INSERT_ENTRY = new BulkInsert(ENTRY);

    private static final BulkInsert INSERT_DOCUMENT = new BulkInsert(DOCUMENT);

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final DSLContext sql;
    private final Instant now;
    private final Map<String, KnownRevisions> known = new HashMap<>();
    private final List<EntryRow> entries = new ArrayList<>();
    private final List<Object[]> documents = new ArrayList<>();
    private final Map<Long, Map<Integer, FindingMoney>> money = new HashMap<>();
    private final Map<String, EntryRow> corrected = new LinkedHashMap<>();
    private final List<Object[]> renewed = new ArrayList<>();
    private final List<Object[]> confirmed = new ArrayList<>();

    /**
     * @param now the time of recording
     */
    RecordingBatch(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
    }

    /**
     * Records all of {@code recordings}; does not change the queue.
     *
     * @return an outcome for each recording, in the same order
     */
    List<Outcome> record(List<PreparedRecording> recordings) {
        insertGenerations(recordings);
        List<Outcome> outcomes = recordings.stream().map(this::add).toList();
        write();
        return outcomes;
    }

    /**
     * Corrects the entries whose documents are decoded otherwise now.
     *
     * @param places the places of the entries that {@code recordings} renew, in the same order
     */
    List<EntryRenewals.Outcome> renew(List<PreparedRecording> recordings, List<Long> places) {
        known.putAll(
                KnownRevisions.lock(
                        sql, recordings.stream().map(PreparedRecording::id).sorted().toList()));
        List<EntryRenewals.Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            outcomes.add(renew(recordings.get(i), places.get(i)));
        }
        write();
        return outcomes;
    }

    private EntryRenewals.Outcome renew(PreparedRecording recording, long place) {
        KnownRevisions revisions = known.get(recording.id());
        if (revisions == null || revisions.isErased() || !revisions.isNewest(place)) {
            return EntryRenewals.Outcome.OUTDATED;
        }
        if (revisions.hasFiguresOf(recording, Engine.of(sql)::storable)) {
            return EntryRenewals.Outcome.UNCHANGED;
        }
        EntryRow entry = correct(recording, revisions, now);
        renewed.add(new Object[] {entry.seq(), recording.id()});
        return EntryRenewals.Outcome.REVISED;
    }

    /** Adds all revisions of generations that are new, without comparing their content. */
    void copy(List<CopyBatch.Prepared> generations) {
        insertGenerations(generations.stream().map(CopyBatch.Prepared::first).toList());
        for (CopyBatch.Prepared generation : generations) {
            KnownRevisions revisions = Objects.requireNonNull(known.get(generation.first().id()));
            append(generation.first(), revisions, revisions.firstPlace(), generation.recordedAt(0));
            for (int i = 1; i < generation.recordings().size(); i++) {
                replaceBy(
                        correct(
                                generation.recordings().get(i),
                                revisions,
                                generation.recordedAt(i)));
            }
        }
        write();
    }

    /** Inserts the generations that are new, pointing at the entries that they will have. */
    private void insertGenerations(List<PreparedRecording> recordings) {
        Map<String, PreparedRecording> firsts = new LinkedHashMap<>();
        recordings.forEach(one -> firsts.putIfAbsent(one.id(), one));
        // Numbered in the order of recording, which an export keeps.
        long[] seqs = Engine.of(sql).allocate(sql, "entry_seq", firsts.size());
        List<Object[]> rows = new ArrayList<>();
        firsts.forEach((id, first) -> {
            EntryRow entry = first.entry();
            rows.add(new Object[] {id, seqs[rows.size()], collected(entry), readAge(entry)});
        });
        // Sorted, so that two transactions lock in one order and an index grows at its end.
        rows.sort(Comparator.comparing(row -> (String) row[0]));
        Set<String> inserted = insert(rows);
        List<String> others = new ArrayList<>();
        for (Object[] row : rows) {
            String id = (String) row[0];
            if (inserted.contains(id)) {
                known.put(id, new KnownRevisions((Long) row[1]));
            } else {
                others.add(id);
            }
        }
        known.putAll(KnownRevisions.lock(sql, others));
        others.forEach(this::requireKnown);
    }

    /** The ids of those of {@code rows} that were inserted. */
    private Set<String> insert(List<Object[]> rows) {
        Optional<Select<Record>> all = Engine.of(sql).queryOf(sql, GENERATION, rows);
        if (all.isPresent()) {
            return sql.insertInto(GENERATION, GENERATION.fields())
                    .select(all.get())
                    .onConflict(GENERATION.ID)
                    .doNothing()
                    .returningResult(GENERATION.ID)
                    .fetchSet(GENERATION.ID);
        }
        int[] inserted = INSERT_GENERATION.execute(sql, rows);
        return IntStream.range(0, inserted.length)
                .filter(i -> inserted[i] > 0)
                .mapToObj(i -> (String) rows.get(i)[0])
                .collect(toSet());
    }

    private void requireKnown(String id) {
        if (!known.containsKey(id)) {
            throw Engine.of(sql)
                    .translate(new IllegalArgumentException("generation " + id + " has no entry"));
        }
    }

    private static int collected(EntryRow entry) {
        return entry.kind().isProvisional() ? 0 : entry.required(ENTRY.FETCHED);
    }

    /**
     * Seconds from creation to receipt; null for a provisional document, which is never refreshed.
     */
    private static @Nullable Long readAge(EntryRow entry) {
        long micros = entry.required(ENTRY.RECEIVED_US) - entry.required(ENTRY.CREATED_US);
        return entry.kind().isProvisional() ? null : micros / MICROS_PER_SECOND;
    }

    private Outcome add(PreparedRecording recording) {
        KnownRevisions revisions = Objects.requireNonNull(known.get(recording.id()));
        Outcome outcome = revisions.outcomeOf(recording.recording());
        switch (outcome) {
            case RECORDED -> append(recording, revisions, revisions.firstPlace(), now);
            case REVISED, REPLACED -> replaceBy(correct(recording, revisions, now));
            case UNCHANGED -> {
                if (revisions.confirms(recording.recording())) {
                    confirmed.add(new Object[] {recording.id()});
                }
            }
            case SUPERSEDED, OUTRANKED -> {}
        }
        return outcome;
    }

    /** Points the generation at {@code entry}, which a fetch or an import has brought. */
    private void replaceBy(EntryRow entry) {
        corrected.put(entry.required(ENTRY.GENERATION), entry);
    }

    private EntryRow correct(
            PreparedRecording recording, KnownRevisions revisions, Instant wanted) {
        Instant recordedAt = revisions.notBeforeNewest(wanted);
        long[] seqs = Engine.of(sql).allocate(sql, "entry_seq", 2);
        entries.add(Objects.requireNonNull(revisions.newest()).cancelled(seqs[0], recordedAt));
        return append(recording, revisions, seqs[1], recordedAt);
    }

    private EntryRow append(
            PreparedRecording recording, KnownRevisions revisions, long seq, Instant recordedAt) {
        EntryRow entry = revisions.add(recording.entry(), seq, recordedAt);
        entries.add(entry);
        documents.add(
                revisions.isErased()
                        ? recording.erasedDocumentRow(seq)
                        : recording.documentRow(seq));
        if (!recording.money().isEmpty()) {
            money.put(seq, recording.money());
        }
        return entry;
    }

    private void write() {
        INSERT_ENTRY.execute(sql, entries.stream().map(EntryRow::values).toList());
        INSERT_DOCUMENT.execute(sql, documents);
        UPDATE_GENERATION.execute(
                sql,
                corrected.values().stream()
                        .map(entry ->
                                new Object[] {
                                    entry.seq(),
                                    isCollected(entry) ? 1 : 0,
                                    readAge(entry),
                                    entry.required(ENTRY.GENERATION)
                                })
                        .toList());
        RENEW_GENERATION.execute(sql, renewed);
        SET_COLLECTED.execute(sql, confirmed);
        FindingMoney.insert(sql, money);
        addToRollups();
    }

    private boolean isCollected(EntryRow entry) {
        return Objects.requireNonNull(known.get(entry.required(ENTRY.GENERATION))).isCollected();
    }

    private void addToRollups() {
        if (entries.isEmpty()) {
            return;
        }
        Map<Long, Map<Integer, FindingMoney>> all =
                new HashMap<>(FindingMoney.read(sql, cancelled()));
        all.putAll(money);
        int shard = Engine.of(sql).rollupShard(sql);
        RollupBatch rollups = new RollupBatch(sql, shard);
        FindingBatch findings = new FindingBatch(shard);
        for (EntryRow entry : entries) {
            rollups.add(entry);
            findings.add(entry, all.getOrDefault(entry.original(), Map.of()));
        }
        rollups.write();
        findings.write(sql);
    }

    private List<Long> cancelled() {
        return entries.stream().filter(row -> row.sign() < 0).map(EntryRow::original).toList();
    }
}
