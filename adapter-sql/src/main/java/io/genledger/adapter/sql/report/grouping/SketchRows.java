package io.genledger.adapter.sql.report.grouping;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_SKETCH;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.SQLDataType.BIGINT;

import io.genledger.adapter.sql.report.range.SignedRange;
import io.genledger.adapter.sql.report.source.SpendSource;
import io.genledger.adapter.sql.report.source.TextDimension;
import io.genledger.domain.report.SpendQuery;
import java.util.ArrayList;
import java.util.List;
import org.jooq.CommonTableExpression;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.ResultQuery;
import org.jooq.Table;

/**
 * The statement of the sketches of a report's groups: the number of the period or the text of each
 * dimension, then the bodies of the latency and of the generation time. The rows of a group follow
 * each other, and so do those of a value of the first dimension.
 */
public final class SketchRows {

    /** Bodies pass through the columns of sums, which nothing adds up here. */
    private static final List<Field<Long>> BODIES =
            List.of(
                    field(name(ROLLUP_SKETCH.LATENCY.getName()), BIGINT),
                    field(name(ROLLUP_SKETCH.GENERATION_TIME.getName()), BIGINT));

    private final List<GroupKey> keys;
    private final List<CommonTableExpression<?>> with = new ArrayList<>();
    private final RangeRows rows;

    /** The statement of {@code query} over no row. */
    public SketchRows(SpendQuery query) {
        this.keys = GroupKey.of(query, TextDimension::of);
        this.rows = new RangeRows(keys, BODIES, with);
    }

    /** Adds the sketches of some ranges of days. */
    public void add(SpendSource sketches, List<SignedRange> days) {
        rows.add(sketches, sketches.figures(), days);
    }

    /** The statement over all rows that were added. */
    public ResultQuery<Record> build(DSLContext sql) {
        Table<?> from = Groups.byPart(rows.table(), "part", keys, BODIES);
        List<Field<?>> selected = new ArrayList<>();
        List<OrderField<?>> order = new ArrayList<>();
        for (GroupKey key : keys) {
            Field<?> shown = key.column();
            order.add(shown);
            if (key.text().isPresent()) {
                String alias = "text" + key.index();
                from = from.leftJoin(Groups.texts(key, alias)).on(Groups.isNumbered(alias, shown));
                shown = Groups.text(alias);
            }
            selected.add(shown);
        }
        selected.addAll(BODIES);
        return sql.with(with).select(selected).from(from).orderBy(order);
    }
}
