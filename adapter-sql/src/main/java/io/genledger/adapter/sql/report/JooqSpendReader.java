package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.ROLLUP_DAY_BY;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.rollup.LedgerZone;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.ledger.SpendReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;

/** Sums spend in the database, from its rollups where these distinguish what is asked. */
public final class JooqSpendReader implements SpendReader {

    /** Rows that PostgreSQL sends at once. */
    private static final int FETCH_SIZE = 500;

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqSpendReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public void read(SpendQuery query, Consumer<SpendRow> rows) {
        connection.snapshot(sql -> {
            LedgerDays ledger = new LedgerDays(LedgerZone.read(sql).id());
            List<Segment> segments = segments(sql, query, ledger);
            if (!segments.isEmpty()) {
                read(sql, statement(query, segments, ledger), query, rows);
            }
            return segments.size();
        });
    }

    /** The periods of the query's range, without the years in which there is no generation. */
    private static List<Segment> segments(DSLContext sql, SpendQuery query, LedgerDays ledger) {
        List<Integer> days =
                sql.selectDistinct(ROLLUP_DAY_BY.BUCKET)
                        .from(ROLLUP_DAY_BY)
                        .where(ROLLUP_DAY_BY.DIMENSION.eq(EntryDimension.ACCOUNT.code()))
                        .orderBy(ROLLUP_DAY_BY.BUCKET)
                        .fetch(ROLLUP_DAY_BY.BUCKET);
        Periods periods = Periods.of(query.dimensions());
        return ledger.around(days).stream()
                .flatMap(range -> periods.between(range, query.range(), query.zone()).stream())
                .toList();
    }

    private static SpendStatement statement(
            SpendQuery query, List<Segment> segments, LedgerDays ledger) {
        List<EntryDimension> dimensions =
                query.dimensions().stream()
                        .filter(dimension -> !dimension.isTime())
                        .map(JooqSpendReader::dimension)
                        .toList();
        SpendSources sources = SpendSources.of(dimensions, query.asOf());
        SpendStatement statement = new SpendStatement(query, dimensions);
        ReportRanges ranges =
                sources.rollups().isPresent()
                        ? ReportRanges.ofRollups(segments, ledger)
                        : ReportRanges.ofEntries(segments);
        sources.rollups().ifPresent(rollups -> {
            statement.add(rollups.days(), ranges.days());
            statement.add(rollups.quarters(), ranges.quarters());
        });
        statement.add(sources.entries(), ranges.micros());
        return statement;
    }

    private static EntryDimension dimension(Dimension dimension) {
        return dimension == Dimension.USER
                ? EntryDimension.EXTERNAL_USER
                : EntryDimension.valueOf(dimension.name());
    }

    private static void read(
            DSLContext sql, SpendStatement statement, SpendQuery query, Consumer<SpendRow> rows) {
        try (Cursor<Record> cursor = statement.build(sql).fetchSize(FETCH_SIZE).fetchLazy()) {
            for (Record row : cursor) {
                rows.accept(row(row, query.dimensions()));
            }
        }
    }

    private static SpendRow row(Record row, List<Dimension> dimensions) {
        List<Optional<String>> group = new ArrayList<>();
        int next = 1;
        for (Dimension dimension : dimensions) {
            group.add(
                    dimension.isTime()
                            ? Optional.of(Periods.text(dimension, (Long) row.get(0)))
                            : Optional.ofNullable((String) row.get(next++)));
        }
        return new SpendRow(group, Figures.totals(row, next));
    }
}
