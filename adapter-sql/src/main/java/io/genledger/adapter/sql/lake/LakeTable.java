package io.genledger.adapter.sql.lake;

import static java.util.stream.Collectors.joining;

import io.genledger.adapter.sql.engine.trino.TrinoConnection;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.ports.lake.LakeUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Field;

/** The table of a lake: the rows of all ledgers' feeds. */
public final class LakeTable {

    static final String NAME = "entry";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    /** The catalog's own tables, which Trino does not create. */
    private static final String CATALOG_TABLES =
            """
            create table if not exists iceberg_tables (catalog_name varchar(255) not null, \
            table_namespace varchar(255) not null, table_name varchar(255) not null, \
            metadata_location varchar(1000), previous_metadata_location varchar(1000), \
            iceberg_type varchar(5), primary key (catalog_name, table_namespace, table_name)); \
            create table if not exists iceberg_namespace_properties (catalog_name varchar(255) not null, \
            namespace varchar(255) not null, property_key varchar(255) not null, \
            property_value varchar(1000), primary key (catalog_name, namespace, property_key))\
            """;

    private final TrinoConnection connection;

    /** The table on the server of {@code connection}. */
    public LakeTable(TrinoConnection connection) {
        this.connection = connection;
    }

    /** The statements that create the tables of an Iceberg catalog in a PostgreSQL database. */
    public static String catalogTables() {
        return CATALOG_TABLES;
    }

    /**
     * Creates the schema and the table, or adds the columns that an earlier table lacks.
     *
     * @return what was done, as sentences
     * @throws LakeUnavailableException if the server cannot be used
     */
    public List<String> prepare() {
        return connection.ask(LIMIT, LakeTable::prepare);
    }

    private static List<String> prepare(DSLContext sql) {
        List<String> done = new ArrayList<>();
        sql.execute(
                "create schema if not exists " + sql.fetchSingle("select current_schema").get(0));
        Set<String> columns = columns(sql);
        if (columns.isEmpty()) {
            sql.execute(create());
            done.add("created table " + NAME);
            return done;
        }
        for (Field<?> column : FeedColumns.ALL) {
            if (!columns.contains(column.getName())) {
                sql.execute("alter table %s add column %s".formatted(NAME, declared(column)));
                done.add("added column " + column.getName());
            }
        }
        return done;
    }

    /** The columns of the table; none if it does not exist. */
    private static Set<String> columns(DSLContext sql) {
        return new HashSet<>(
                sql.fetch(
                                "select column_name from information_schema.columns where"
                                        + " table_schema = current_schema and table_name = ?",
                                NAME)
                        .getValues(0, String.class));
    }

    /**
     * Files are divided by ledger, so that the commits of two ledgers never conflict, and by month.
     */
    private static String create() {
        String columns =
                Stream.concat(Stream.of(FeedColumns.LEDGER), FeedColumns.ALL.stream())
                        .map(LakeTable::declared)
                        .collect(joining(", "));
        return "create table %s (%s, %s timestamp(6) with time zone) with (format = 'PARQUET', format_version = 2, partitioning = array['ledger', 'month(%s)'], sorted_by = array['created_us'])"
                .formatted(NAME, columns, FeedColumns.CREATED, FeedColumns.CREATED);
    }

    private static String declared(Field<?> column) {
        Class<?> type = column.getDataType().getType();
        String declared =
                type == String.class ? "varchar" : type == Integer.class ? "integer" : "bigint";
        return column.getName() + " " + declared;
    }
}
