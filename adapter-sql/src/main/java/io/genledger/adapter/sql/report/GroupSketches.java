package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.report.grouping.SketchRows;
import io.genledger.adapter.sql.sketch.MergedSketch;
import io.genledger.adapter.sql.sketch.SketchBody;
import io.genledger.domain.metrics.DurationPercentiles;
import io.genledger.domain.metrics.DurationSketch;
import io.genledger.domain.report.SpendQuery;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;

/**
 * The sketches of each group of a report, merged. They are kept as bodies, of which those of all
 * groups together are at most as large as the rollup's.
 */
final class GroupSketches {

    private static final Bodies NONE = new Bodies(null, null);

    private final SpendQuery query;
    private final SpendRows groups;
    private final Map<List<Optional<String>>, Bodies> bodies = new HashMap<>();

    /** The group of the rows that are being read, and the value of the first dimension. */
    private @Nullable List<Optional<String>> group;

    private Sums ofGroup = new Sums();
    private Sums ofSubtotal = new Sums();

    private GroupSketches(SpendQuery query) {
        this.query = query;
        this.groups = new SpendRows(query);
    }

    @SuppressWarnings("ArrayRecordComponent")
    private record Bodies(byte @Nullable [] latency, byte @Nullable [] generationTime) {}

    private record Sums(MergedSketch latency, MergedSketch generationTime) {

        Sums() {
            this(new MergedSketch(), new MergedSketch());
        }

        void add(DurationSketch latencies, DurationSketch generationTimes) {
            latency.add(latencies);
            generationTime.add(generationTimes);
        }

        Bodies bodies() {
            return new Bodies(
                    SketchBody.encode(latency.sketch()),
                    SketchBody.encode(generationTime.sketch()));
        }
    }

    /** Reads the sketches that {@code rows} selects for the groups of {@code query}. */
    static GroupSketches read(DSLContext sql, SpendQuery query, SketchRows rows) {
        GroupSketches all = new GroupSketches(query);
        Streamed.read(sql, rows.build(sql), all::add);
        all.endGroup(List.of());
        return all;
    }

    private void add(ResultSet row) throws SQLException {
        List<Optional<String>> next = groups.group(row, query.dimensions().size());
        if (!next.equals(group)) {
            endGroup(next);
            group = next;
        }
        DurationSketch latencies = SketchBody.decode(row.getBytes(next.size() + 1));
        DurationSketch generationTimes = SketchBody.decode(row.getBytes(next.size() + 2));
        ofGroup.add(latencies, generationTimes);
        if (query.hasSubtotals()) {
            ofSubtotal.add(latencies, generationTimes);
        }
    }

    private void endGroup(List<Optional<String>> next) {
        List<Optional<String>> ended = group;
        if (ended == null) {
            return;
        }
        bodies.put(ended, ofGroup.bodies());
        ofGroup = new Sums();
        if (query.hasSubtotals() && (next.isEmpty() || !next.get(0).equals(ended.get(0)))) {
            bodies.put(ended.subList(0, 1), ofSubtotal.bodies());
            ofSubtotal = new Sums();
        }
    }

    /** The percentiles of a group, or of a subtotal. */
    DurationPercentiles of(List<Optional<String>> wanted) {
        Bodies found = bodies.getOrDefault(wanted, NONE);
        return DurationPercentiles.of(
                SketchBody.decode(found.latency()), SketchBody.decode(found.generationTime()));
    }
}
