package io.genledger.adapter.sql.lake;

import static io.genledger.adapter.sql.lake.feed.FeedColumns.CREATED_US;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.LEDGER;
import static io.genledger.adapter.sql.lake.feed.FeedColumns.SEQ;
import static java.util.stream.Collectors.joining;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.table;

import io.genledger.adapter.sql.engine.trino.TrinoConnection;
import io.genledger.adapter.sql.lake.feed.FeedColumns;
import io.genledger.adapter.sql.lake.feed.FeedQueries;
import io.genledger.adapter.sql.statement.Moments;
import io.genledger.ports.lake.FeedRow;
import io.genledger.ports.lake.FeedSums;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LakeUnavailableException;
import io.genledger.ports.lake.LedgerName;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Table;

/**
 * A lake in an Iceberg table that Trino writes and reads.
 *
 * <p>Rows are copied by one {@code MERGE} a call, with constants as bounds. Its condition {@code
 * ledger = 'eu' and seq > 17} becomes Iceberg's conflict filter: a commit is refused if a file that
 * was added since the statement began may have rows of that ledger behind 17. So of two statements
 * from one {@code after} only one commits. If the other one had committed before, its rows match
 * and are not inserted again. An {@code INSERT} has no such filter: that of a killed client goes on
 * in the server, and doubles what the next shipper copies.
 */
public final class TrinoLake implements Lake {

    private static final Table<?> TABLE = table(name(LakeTable.NAME));

    private static final Duration READ = Duration.ofSeconds(60);

    /** Half a million rows took 15 to 40 s on two processors. */
    private static final Duration COPY = Duration.ofMinutes(10);

    private static final Duration MAINTAIN = Duration.ofHours(1);

    private final TrinoConnection connection;
    private final String catalog;
    private final Function<LedgerName, FeedPlace> feeds;

    /**
     * @param catalog the name of the server's Iceberg catalog
     * @param feeds where the server reads the feed of a ledger
     */
    public TrinoLake(
            TrinoConnection connection, String catalog, Function<LedgerName, FeedPlace> feeds) {
        this.connection = connection;
        this.catalog = catalog;
        this.feeds = feeds;
    }

    @Override
    public List<Part> parts() {
        record Counted(LedgerName name, long rows, Instant newest) {}
        List<Counted> counted =
                connection.ask(
                        READ,
                        sql ->
                                sql.select(LEDGER, count(), max(CREATED_US))
                                        .from(TABLE)
                                        .groupBy(LEDGER)
                                        .orderBy(LEDGER)
                                        .fetch(row ->
                                                new Counted(
                                                        new LedgerName(row.value1()),
                                                        row.value2(),
                                                        Moments.ofMicros(row.value3()))));
        // A ledger whose rows are deleted meanwhile has no last one.
        return counted.stream()
                .flatMap(one ->
                        last(one.name())
                                .map(last -> new Part(one.name(), last, one.rows(), one.newest()))
                                .stream())
                .toList();
    }

    @Override
    public Optional<FeedRow> last(LedgerName ledger) {
        return connection.ask(
                READ,
                sql ->
                        FeedQueries.row(
                                sql,
                                TABLE,
                                of(ledger)
                                        .and(
                                                SEQ.eq(
                                                        select(max(SEQ))
                                                                .from(TABLE)
                                                                .where(of(ledger))))));
    }

    @Override
    public Optional<FeedRow> offered(LedgerName ledger, long sequence) {
        return connection.ask(
                READ,
                sql ->
                        FeedQueries.row(
                                sql, table(feeds.apply(ledger).view()), SEQ.eq(inline(sequence))));
    }

    @Override
    public Copying copy(LedgerName ledger, long after, long until) {
        try {
            return new Copying.Copied(
                    connection.ask(
                            COPY,
                            sql -> {
                                requireKnownColumns(sql, feeds.apply(ledger));
                                // Rows come in about the order of their creation; sorting them
                                // would
                                // write each row twice. The files of `maintain` are sorted.
                                sql.execute(
                                        "set session %s.sorted_writing_enabled = false"
                                                .formatted(catalog));
                                return (long)
                                        sql.execute(
                                                merge(ledger, feeds.apply(ledger), after, until));
                            }));
        } catch (LakeUnavailableException failure) {
            if (TrinoConnection.isConflict(failure)) {
                return new Copying.Overtaken();
            }
            throw failure;
        }
    }

    /** The statement by which rows are copied. All names are of checked forms. */
    static String merge(LedgerName ledger, FeedPlace feed, long after, long until) {
        String columns = FeedColumns.ALL.stream().map(Field::getName).collect(joining(", "));
        String values =
                FeedColumns.ALL.stream().map(one -> "s." + one.getName()).collect(joining(", "));
        return """
        merge into %s as t
        using (select %s from %s where seq > %d and seq <= %d) as s
        on t.ledger = '%s' and t.seq > %d and t.seq = s.seq
        when not matched then insert (ledger, %s, %s)
        values ('%s', %s, cast(from_unixtime_nanos(s.created_us * 1000) as timestamp(6) with time zone))\
        """
                .formatted(
                        LakeTable.NAME,
                        columns,
                        feed.view(),
                        after,
                        until,
                        ledger,
                        after,
                        columns,
                        FeedColumns.CREATED,
                        ledger,
                        values);
    }

    /** A newer ledger's column would be left out without a word. */
    private static void requireKnownColumns(DSLContext sql, FeedPlace feed) {
        Set<String> unknown =
                new HashSet<>(
                        sql.fetch(
                                        "select column_name from \"%s\".information_schema.columns where table_schema = ? and table_name = 'entry_feed'"
                                                .formatted(feed.catalog()),
                                        feed.schema())
                                .getValues(0, String.class));
        if (unknown.isEmpty()) {
            throw new LakeUnavailableException(
                    "Trino finds no view entry_feed in %s: the ledger there is of an earlier version, or the catalog is of another database or its user may not read it"
                            .formatted(feed),
                    null);
        }
        FeedColumns.ALL.forEach(known -> unknown.remove(known.getName()));
        if (!unknown.isEmpty()) {
            throw new LakeUnavailableException(
                    "the feed in %s has columns that this version does not know (%s): a newer Genledger has changed the ledger; update this one, run genledger lake init, then ship"
                            .formatted(feed, String.join(", ", unknown)),
                    null);
        }
    }

    @Override
    public List<FeedSums> sums(LedgerName ledger, long until, Instant from) {
        return connection.ask(COPY, sql -> FeedQueries.sums(sql, TABLE, of(ledger), until, from));
    }

    @Override
    public long delete(LedgerName ledger, long from) {
        return connection.ask(
                COPY,
                sql ->
                        (long)
                                sql.deleteFrom(TABLE)
                                        .where(of(ledger))
                                        .and(SEQ.ge(inline(from)))
                                        .execute());
    }

    @Override
    public long erase(LedgerName ledger) {
        return connection.ask(
                COPY,
                sql -> (long) sql.execute(ErasureStatements.merge(ledger, feeds.apply(ledger))));
    }

    @Override
    public long toErase(LedgerName ledger) {
        return connection.ask(
                COPY,
                sql ->
                        sql.fetchSingle(ErasureStatements.count(ledger, feeds.apply(ledger)))
                                .get(0, Long.class));
    }

    /** Statements of Iceberg's connector, which take no parameters. */
    @Override
    public void maintain(Duration retention) {
        String kept = "(retention_threshold => '%ds')".formatted(retention.toSeconds());
        for (String work :
                List.of("optimize", "expire_snapshots" + kept, "remove_orphan_files" + kept)) {
            connection.ask(
                    MAINTAIN,
                    sql -> sql.execute("alter table " + LakeTable.NAME + " execute " + work));
        }
    }

    private static Condition of(LedgerName ledger) {
        return LEDGER.eq(inline(ledger.value()));
    }
}
