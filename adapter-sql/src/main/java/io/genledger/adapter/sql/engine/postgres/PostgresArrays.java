package io.genledger.adapter.sql.engine.postgres;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.list;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import io.genledger.adapter.sql.engine.WellFormedText;
import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Name;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Rows as one array a column, which one statement reads however many there are. */
final class PostgresArrays {

    private PostgresArrays() {}

    /**
     * A query of {@code rows} in their order.
     *
     * @param like has the columns of the rows: numbers and texts
     */
    static Select<Record> query(
            DSLContext sql, Table<?> like, List<? extends @Nullable Object[]> rows) {
        List<Field<?>> arrays = new ArrayList<>();
        List<Field<?>> columns = new ArrayList<>();
        Field<?>[] fields = like.fields();
        for (int i = 0; i < fields.length; i++) {
            arrays.add(val(column(rows, i, fields[i].getType())));
            columns.add(field(fields[i].getUnqualifiedName(), fields[i].getType()));
        }
        Name[] names = columns.stream().map(Field::getUnqualifiedName).toArray(Name[]::new);
        return sql.select(columns)
                .from(
                        DSL.table(
                                "unnest({0}) as {1} ({2})",
                                list(arrays), name("incoming"), list(names)))
                .where(noCondition());
    }

    private static @Nullable Object[] column(
            List<? extends @Nullable Object[]> rows, int index, Class<?> type) {
        @Nullable Object[] column = (@Nullable Object[]) Array.newInstance(type, rows.size());
        int next = 0;
        for (@Nullable Object[] row : rows) {
            Object value = row[index];
            column[next++] = value instanceof String text ? WellFormedText.of(text) : value;
        }
        return column;
    }
}
