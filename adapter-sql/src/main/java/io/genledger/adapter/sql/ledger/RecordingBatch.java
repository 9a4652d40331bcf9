package io.genledger.adapter.sql.ledger;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.insertInto;
import static org.jooq.impl.DSL.param;
import static org.jooq.impl.DSL.update;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.statement.BulkStatement;
import io.genledger.ports.ledger.Ledger.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Recordings of one transaction: new generations are inserted, known ones compared with their
 * revisions, then entries written in bulk.
 */
final class RecordingBatch {

    static final BulkStatement INSERT_GENERATION =
            new BulkStatement(
                    insertInto(GENERATION, GENERATION.fields())
                            .values(new Object[GENERATION.fields().length])
                            .onConflict(GENERATION.ID)
                            .doNothing());

    private static final BulkStatement UPDATE_GENERATION =
            new BulkStatement(
                    update(GENERATION)
                            .set(GENERATION.CURRENT, param("current", GENERATION.CURRENT))
                            .set(GENERATION.CREATED_US, param("created", GENERATION.CREATED_US))
                            .set(GENERATION.READ_AGE_S, param("age", GENERATION.READ_AGE_S))
                            .where(GENERATION.NUMBER.eq(param("number", GENERATION.NUMBER))));

    private static final long MICROS_PER_SECOND = 1_000_000;

    private final DSLContext sql;
    private final Instant now;
    private final Map<String, KnownRevisions> known = new HashMap<>();
    private final Map<String, Long> firstEntries = new HashMap<>();
    private final EntryBatch entries;
    private final Map<Long, EntryRow> corrected = new LinkedHashMap<>();

    /**
     * @param now the time of recording
     */
    RecordingBatch(DSLContext sql, Instant now) {
        this.sql = sql;
        this.now = now;
        this.entries = new EntryBatch(sql);
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

    /** Inserts the generations that are new, pointing at the entries that they will have. */
    private void insertGenerations(List<PreparedRecording> recordings) {
        // Sorted, so that two transactions lock in one order and an index grows at its end.
        Map<String, PreparedRecording> firsts =
                recordings.stream()
                        .collect(
                                toMap(
                                        PreparedRecording::id,
                                        one -> one,
                                        (first, next) -> first,
                                        TreeMap::new));
        Engine engine = Engine.of(sql);
        long[] numbers = engine.allocate(sql, "generation_number", firsts.size());
        long[] seqs = engine.allocate(sql, "entry_seq", firsts.size());
        List<Object[]> rows = new ArrayList<>();
        firsts.forEach((id, first) -> {
            int i = rows.size();
            rows.add(
                    new Object[] {
                        numbers[i], id, seqs[i], first.createdMicros(), readAge(first.entry())
                    });
        });
        int[] inserted = INSERT_GENERATION.execute(sql, rows);
        List<String> ids = List.copyOf(firsts.keySet());
        List<String> others = new ArrayList<>();
        for (int i = 0; i < inserted.length; i++) {
            if (inserted[i] > 0) {
                known.put(ids.get(i), new KnownRevisions(numbers[i]));
                firstEntries.put(ids.get(i), seqs[i]);
            } else {
                others.add(ids.get(i));
            }
        }
        known.putAll(KnownRevisions.read(sql, others));
    }

    /** Seconds from creation to receipt; null for inline usage, which is never refreshed. */
    private static @Nullable Long readAge(EntryRow entry) {
        long micros = entry.required(ENTRY.RECEIVED_US) - entry.required(ENTRY.CREATED_US);
        return entry.required(ENTRY.INLINE) != 0 ? null : micros / MICROS_PER_SECOND;
    }

    private Outcome add(PreparedRecording recording) {
        KnownRevisions revisions = Objects.requireNonNull(known.get(recording.id()));
        Outcome outcome = revisions.outcomeOf(recording.recording());
        switch (outcome) {
            case RECORDED ->
                    entries.append(
                            recording,
                            revisions,
                            Objects.requireNonNull(firstEntries.get(recording.id())),
                            now);
            case REVISED, REPLACED -> correct(recording, revisions);
            case UNCHANGED, SUPERSEDED -> {}
        }
        return outcome;
    }

    private void correct(PreparedRecording recording, KnownRevisions revisions) {
        long[] seqs = Engine.of(sql).allocate(sql, "entry_seq", 2);
        EntryRow entry = entries.correct(recording, revisions, seqs[0], seqs[1], now);
        corrected.put(entry.required(ENTRY.GENERATION), entry);
    }

    private void write() {
        entries.write();
        UPDATE_GENERATION.execute(
                sql,
                corrected.values().stream()
                        .map(entry ->
                                new Object[] {
                                    entry.seq(),
                                    entry.required(ENTRY.CREATED_US),
                                    readAge(entry),
                                    entry.required(ENTRY.GENERATION)
                                })
                        .toList());
    }
}
