package io.genledger.adapter.sql.migration;

import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import java.util.List;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;

/** The renamed tables of version 8, of which jOOQ has no generated classes. */
final class OldTables {

    static final Table<Record> GENERATION = old("generation");
    static final Table<Record> DOCUMENT = old("document");

    /** A table comes before those that it references. */
    private static final List<Table<Record>> ALL =
            Stream.of(
                            "generation",
                            "document",
                            "tracked",
                            "ledger_log",
                            "quarantined_document",
                            "tail_position",
                            "schema_version")
                    .map(OldTables::old)
                    .toList();

    private OldTables() {}

    private static Table<Record> old(String name) {
        return table(name("before_9_" + name));
    }

    static Field<String> text(String name) {
        return DSL.field(name(name), String.class);
    }

    static Field<Long> number(String name) {
        return DSL.field(name(name), Long.class);
    }

    static Field<Boolean> flag(String name) {
        return DSL.field(name(name), Boolean.class);
    }

    static void drop(DSLContext sql) {
        ALL.forEach(table -> sql.dropTable(table).execute());
    }
}
