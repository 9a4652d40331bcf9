package io.genledger.adapter.sql.retention;

import static io.genledger.adapter.sql.tables.Tables.DOCUMENT;
import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.FINDING_MONEY;
import static io.genledger.adapter.sql.tables.Tables.GENERATION;
import static org.jooq.impl.DSL.binaryLength;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.sum;

import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.entry.PrunedEntries;
import io.genledger.adapter.sql.statement.Chunks;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.Record2;
import org.jooq.impl.SQLDataType;

/**
 * Some old entries in the order of their creation, and what may be deleted of them: those of
 * generations without a revision that was created after the bound.
 *
 * @param rows the entries
 * @param currents the current entries of their generations; {@link PrunedEntries#NO_ENTRY} for one
 *     whose entries were deleted in part
 * @param recent the generations to keep
 */
record EntryBatch(List<Row> rows, Map<String, Long> currents, Set<String> recent) {

    /** An entry of any sign. */
    record Row(long created, long seq, String generation) {

        /** Before all entries. */
        static final Row START = new Row(Long.MIN_VALUE, Long.MIN_VALUE, "");
    }

    /** Documents that are still there, and their archived size in bytes. */
    record Documents(long count, long bytes) {}

    /**
     * Reads a batch, and locks its generations. A revision that was committed before the locks were
     * held changes what is in the batch.
     *
     * @param bound entries were created before it; microseconds since 1970
     * @param after the last entry of the batch before
     */
    static EntryBatch lock(DSLContext sql, long bound, Row after, int most) {
        List<Row> locked = List.of();
        List<Row> rows = rows(sql, bound, after, most);
        while (!rows.equals(locked)) {
            Engine.of(sql)
                    .lockRows(
                            sql,
                            GENERATION.ID,
                            rows.stream().map(Row::generation).distinct().sorted().toList());
            locked = rows;
            rows = rows(sql, bound, after, most);
        }
        return of(sql, bound, rows);
    }

    /** Reads a batch as {@link #lock} does, without locks. */
    static EntryBatch read(DSLContext sql, long bound, Row after, int most) {
        return of(sql, bound, rows(sql, bound, after, most));
    }

    private static List<Row> rows(DSLContext sql, long bound, Row after, int most) {
        return sql.select(ENTRY.CREATED_US, ENTRY.SEQ, ENTRY.GENERATION)
                .from(ENTRY)
                .where(ENTRY.CREATED_US.lt(bound))
                .and(row(ENTRY.CREATED_US, ENTRY.SEQ).gt(after.created(), after.seq()))
                .orderBy(ENTRY.CREATED_US, ENTRY.SEQ)
                .limit(most)
                .fetch(found -> new Row(found.value1(), found.value2(), found.value3()));
    }

    private static EntryBatch of(DSLContext sql, long bound, List<Row> rows) {
        Map<String, Long> currents = new HashMap<>();
        Chunks.of(rows.stream().map(Row::generation).distinct().toList())
                .forEach(some ->
                        currents.putAll(
                                sql.select(GENERATION.ID, GENERATION.CURRENT)
                                        .from(GENERATION)
                                        .where(GENERATION.ID.in(some))
                                        .fetchMap(GENERATION.ID, GENERATION.CURRENT)));
        return new EntryBatch(rows, currents, recent(sql, bound, currents.values()));
    }

    /** Follows the revisions of all generations at once. */
    private static Set<String> recent(DSLContext sql, long bound, Iterable<Long> currents) {
        Set<String> recent = new HashSet<>();
        List<Long> wanted = new ArrayList<>();
        currents.forEach(wanted::add);
        while (!wanted.isEmpty()) {
            List<Long> seqs = List.copyOf(wanted);
            wanted.clear();
            Chunks.of(seqs)
                    .flatMap(some ->
                            sql
                                    .select(ENTRY.GENERATION, ENTRY.CREATED_US, ENTRY.PREVIOUS)
                                    .from(ENTRY)
                                    .where(ENTRY.SEQ.in(some))
                                    .fetch()
                                    .stream())
                    .forEach(found -> {
                        if (found.value2() >= bound) {
                            recent.add(found.value1());
                        } else if (found.value3() != null) {
                            wanted.add(found.value3());
                        }
                    });
        }
        return recent;
    }

    /** The last entry. */
    Row last() {
        return rows.get(rows.size() - 1);
    }

    /** The entries to delete. */
    List<Long> seqs() {
        return old().stream().map(Row::seq).toList();
    }

    private List<Row> old() {
        return rows.stream().filter(row -> !recent.contains(row.generation())).toList();
    }

    /** How many generations have their current entry among these. */
    long currentEntries() {
        return old().stream()
                .filter(row -> Long.valueOf(row.seq()).equals(currents.get(row.generation())))
                .count();
    }

    /** How many generations lose their first entry with these. */
    long begunGenerations() {
        return old().stream()
                .map(Row::generation)
                .distinct()
                .filter(id -> !Long.valueOf(PrunedEntries.NO_ENTRY).equals(currents.get(id)))
                .count();
    }

    Documents documents(DSLContext sql) {
        return Chunks.of(seqs())
                .map(some ->
                        sql.select(
                                        count(),
                                        coalesce(sum(binaryLength(DOCUMENT.BODY)), inline(0))
                                                .cast(SQLDataType.BIGINT))
                                .from(DOCUMENT)
                                .where(DOCUMENT.SEQ.in(some))
                                .and(DOCUMENT.CODEC.ge(inline(0)))
                                .fetchSingle())
                .map(EntryBatch::documents)
                .reduce(
                        new Documents(0, 0),
                        (one, next) ->
                                new Documents(
                                        one.count() + next.count(), one.bytes() + next.bytes()));
    }

    private static Documents documents(Record2<Integer, Long> row) {
        return new Documents(row.value1(), row.value2());
    }

    /** Deletes the entries with their documents; the ids of the generations stay. */
    void delete(DSLContext sql) {
        Chunks.of(old().stream().map(Row::generation).distinct().toList())
                .forEach(some ->
                        sql.update(GENERATION)
                                .set(GENERATION.CURRENT, PrunedEntries.NO_ENTRY)
                                .where(GENERATION.ID.in(some))
                                .execute());
        Chunks.of(seqs())
                .forEach(some -> {
                    sql.deleteFrom(DOCUMENT).where(DOCUMENT.SEQ.in(some)).execute();
                    sql.deleteFrom(FINDING_MONEY).where(FINDING_MONEY.SEQ.in(some)).execute();
                    sql.deleteFrom(ENTRY).where(ENTRY.SEQ.in(some)).execute();
                });
    }
}
