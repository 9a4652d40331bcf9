package io.genledger.adapter.sql.statement;

import io.genledger.adapter.sql.engine.Engine;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/** Inserts whole rows into one table. */
public final class BulkInsert {

    private final Table<?> table;
    private final BulkStatement each;

    /** For the life of the program, since its statement is cached. */
    public BulkInsert(Table<?> table) {
        this.table = table;
        this.each =
                new BulkStatement(
                        DSL.insertInto(table, table.fields())
                                .values(new Object[table.fields().length]));
    }

    /**
     * Inserts all of {@code rows}.
     *
     * @param rows the values of all columns, in the order of the table's columns
     */
    public void execute(DSLContext sql, List<? extends @Nullable Object[]> rows) {
        if (!Engine.of(sql).copy(sql, table, rows)) {
            each.execute(sql, rows);
        }
    }
}
