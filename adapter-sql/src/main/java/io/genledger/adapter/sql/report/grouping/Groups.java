package io.genledger.adapter.sql.report.grouping;

import static io.genledger.adapter.sql.tables.Tables.DIMENSION_VALUE;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.min;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sum;
import static org.jooq.impl.DSL.when;
import static org.jooq.impl.SQLDataType.BIGINT;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.VARCHAR;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.report.source.TextDimension;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConnectByStep;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** Rows summed by the keys of their groups. */
final class Groups {

    private static final String VALUE = "value";

    private Groups() {}

    /** The sums of each group. */
    static Table<?> sums(
            Table<?> rows,
            Collection<? extends Field<?>> keys,
            List<Field<Long>> values,
            String alias) {
        List<Field<?>> columns = new ArrayList<>(keys);
        values.forEach(value -> columns.add(sum(value).cast(BIGINT).as(value)));
        return grouped(DSL.select(columns).from(rows), keys).asTable(alias);
    }

    /** The rows of a query, one for each group; one row without any key. */
    static Select<Record> grouped(
            SelectConnectByStep<Record> query, Collection<? extends Field<?>> keys) {
        return keys.isEmpty() ? query : query.groupBy(keys);
    }

    /**
     * The same rows with one number for all texts that have the same part, where a dimension is a
     * part of a text.
     */
    static Table<?> byPart(
            Table<?> rows, String alias, List<GroupKey> keys, List<Field<Long>> values) {
        Table<?> from = rows;
        List<Field<?>> columns = new ArrayList<>();
        for (GroupKey key : keys) {
            if (key.isPart()) {
                Table<?> parts = parts(key, "part" + key.index());
                Field<Integer> group = field(name("part" + key.index(), "part"), INTEGER);
                from = from.leftJoin(parts).on(isNumbered("part" + key.index(), key.in(alias)));
                columns.add(coalesce(group, inline(0)).as(key.column()));
            } else {
                columns.add(key.in(alias).as(key.column()));
            }
        }
        columns.addAll(values);
        return DSL.select(columns).from(from).asTable("by_part");
    }

    /** The texts of a key's numbers, as a table with the columns number and value. */
    static Table<?> texts(GroupKey key, String alias) {
        return key.isPart() ? parts(key, alias) : DIMENSION_VALUE.as(alias);
    }

    /** Joins the table {@code alias} of texts. */
    static Condition isNumbered(String alias, Field<?> number) {
        return field(name(alias, "number"), INTEGER).eq(number.coerce(Integer.class));
    }

    /** The text in the table {@code alias}. */
    static Field<String> text(String alias) {
        return field(name(alias, VALUE), VARCHAR);
    }

    /** Each text's part, and the lowest number of a text with the same part; 0 without a part. */
    private static Table<?> parts(GroupKey key, String alias) {
        TextDimension dimension = key.text().orElseThrow();
        EntryDimension column = dimension.column().orElseThrow();
        Field<String> part = dimension.textOf(DIMENSION_VALUE.VALUE);
        return select(
                        DIMENSION_VALUE.NUMBER,
                        part.as(VALUE),
                        when(part.isNotNull(), min(DIMENSION_VALUE.NUMBER).over().partitionBy(part))
                                .otherwise(inline(0))
                                .as("part"))
                .from(DIMENSION_VALUE)
                .where(DIMENSION_VALUE.DIMENSION.eq(inline(column.label())))
                .asTable(alias);
    }
}
