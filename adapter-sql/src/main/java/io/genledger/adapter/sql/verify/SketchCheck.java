package io.genledger.adapter.sql.verify;

import static io.genledger.adapter.sql.tables.Tables.ENTRY;
import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
import static org.jooq.impl.DSL.inline;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.RollupKey;
import io.genledger.adapter.sql.rollup.ZoneDays;
import io.genledger.adapter.sql.sketch.EntrySketches;
import io.genledger.adapter.sql.sketch.SketchBody;
import io.genledger.adapter.sql.sketch.SketchSums;
import io.genledger.adapter.sql.sketch.SketchedDays;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.adapter.sql.tables.tables.records.RollupSketchRecord;
import io.genledger.domain.metrics.DurationSketch;
import io.genledger.ports.ledger.admin.LedgerFault;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;
import org.jooq.TableField;

/**
 * Compares the sketches of each day, those of all shards together, with the durations of its
 * entries. A bucket counts what the other has not.
 */
final class SketchCheck {

    private static final int DIMENSIONS_START = 2;

    private static final List<TableField<RollupSketchRecord, byte[]>> FIGURES =
            List.of(ROLLUP_SKETCH.LATENCY, ROLLUP_SKETCH.GENERATION_TIME);

    private final DSLContext sql;
    private final RowText text;
    private final Faults faults;

    private SketchCheck(DSLContext sql, RowText text, Faults faults) {
        this.sql = sql;
        this.text = text;
        this.faults = faults;
    }

    /**
     * Adds a fault for each sketch that differs.
     *
     * @param since the moment before which entries were pruned, in microseconds since 1970; 0 if
     *     none were
     */
    static void run(DSLContext sql, ZoneDays days, long since, RowText text, Faults faults) {
        int complete =
                since == 0
                        ? Integer.MIN_VALUE
                        : days.dayOf(Math.toIntExact(since / Moments.QUARTER_MICROS)) + 1;
        int first = Math.max(complete, SketchedDays.first(sql));
        SketchCheck check = new SketchCheck(sql, text, faults);
        Set<Integer> compared = new HashSet<>();
        EntrySketches.read(
                sql,
                ENTRY.CREATED_US.ge(inline(since)),
                days::dayOf,
                (day, sums) -> {
                    if (day >= first) {
                        compared.add(day);
                        check.compare(day, sums);
                    }
                });
        for (int day : check.sketchedDays(first)) {
            if (!compared.contains(day)) {
                check.compare(day, new SketchSums(0));
            }
        }
    }

    private List<Integer> sketchedDays(int first) {
        return sql.selectDistinct(ROLLUP_SKETCH.BUCKET)
                .from(ROLLUP_SKETCH)
                .where(ROLLUP_SKETCH.BUCKET.ge(inline(first)))
                .orderBy(ROLLUP_SKETCH.BUCKET)
                .fetch(ROLLUP_SKETCH.BUCKET);
    }

    private void compare(int day, SketchSums sums) {
        Map<RollupKey, List<RollupSketchRecord>> found = new LinkedHashMap<>();
        sums.keys().forEach(key -> found.put(key, new ArrayList<>()));
        sql.selectFrom(ROLLUP_SKETCH)
                .where(ROLLUP_SKETCH.BUCKET.eq(inline(day)))
                .orderBy(ROLLUP_SKETCH.getPrimaryKey().getFields())
                .forEach(row ->
                        found.computeIfAbsent(key(row), added -> new ArrayList<>()).add(row));
        found.forEach((key, rows) -> {
            compare(key, sums.latency(key), rows, FIGURES.get(0));
            compare(key, sums.generationTime(key), rows, FIGURES.get(1));
        });
    }

    /** The key of a row, without its shard. */
    private static RollupKey key(RollupSketchRecord row) {
        int[] parts = new int[DIMENSIONS_START + EntryDimension.combined().size()];
        for (int i = 0; i < parts.length; i++) {
            parts[i] = i == 1 ? 0 : row.get(i, Integer.class);
        }
        return new RollupKey(parts);
    }

    private void compare(
            RollupKey key,
            DurationSketch expected,
            List<RollupSketchRecord> rows,
            TableField<RollupSketchRecord, byte[]> figure) {
        DurationSketch found = DurationSketch.EMPTY;
        try {
            for (RollupSketchRecord row : rows) {
                found = found.plus(SketchBody.decode(row.get(figure)));
            }
        } catch (IllegalArgumentException damaged) {
            String message = String.valueOf(damaged.getMessage());
            faults.add(() -> fault(key, figure.getName(), expected.toString(), message));
            return;
        }
        if (!found.equals(expected)) {
            DurationSketch sum = found;
            int bucket = expected.minus(sum).buckets()[0];
            faults.add(() ->
                    fault(
                            key,
                            figure.getName() + " in bucket " + bucket,
                            Long.toString(expected.countOf(bucket)),
                            Long.toString(sum.countOf(bucket))));
        }
    }

    private LedgerFault fault(RollupKey key, String figure, String expected, String found) {
        RollupSketchRecord row = sql.newRecord(ROLLUP_SKETCH);
        List<String> names = new ArrayList<>();
        for (int i = 0; i < key.length(); i++) {
            row.setValue(row.field(i).coerce(Integer.class), key.part(i));
            names.add(row.field(i).getName());
        }
        names.remove(ROLLUP_SKETCH.SHARD.getName());
        return new LedgerFault(
                ROLLUP_SKETCH.getName(),
                text.of(ROLLUP_SKETCH.getName(), names, row),
                figure,
                expected,
                found);
    }
}
