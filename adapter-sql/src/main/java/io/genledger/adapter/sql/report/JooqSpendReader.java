package io.genledger.adapter.sql.report;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.statement.TimeRangeConditions;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendReport;
import io.genledger.domain.report.SpendRow;
import io.genledger.domain.report.SpendTotals;
import io.genledger.domain.report.TimeRange;
import io.genledger.ports.ledger.SpendReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Result;

/** Sums spend in the database and merges its time buckets into days and months. */
public final class JooqSpendReader implements SpendReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqSpendReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public SpendReport summarise(SpendQuery query) {
        Groups groups = Groups.of(query);
        List<SpendRow> rows = new ArrayList<>();
        connection
                .read(sql -> totals(groups, sums(sql, groups, query.range())))
                .forEach((group, sum) -> rows.add(new SpendRow(group, sum)));
        return SpendReport.of(query.dimensions(), rows);
    }

    private static Map<List<Optional<String>>, SpendTotals> totals(
            Groups groups, Result<Record> rows) {
        Map<List<Optional<String>>, SpendTotals> totals = new LinkedHashMap<>();
        for (Record row : rows) {
            // Without groups, the sum over no generations is a row as well.
            if (row.get(Sums.REQUESTS) > 0) {
                totals.merge(groups.of(row), Sums.of(row), SpendTotals::plus);
            }
        }
        return totals;
    }

    private static Result<Record> sums(DSLContext sql, Groups groups, TimeRange range) {
        List<Field<?>> columns = new ArrayList<>(groups.columns());
        columns.addAll(Sums.COLUMNS);
        var all = sql.select(columns).from(GENERATION).where(TimeRangeConditions.createdIn(range));
        return groups.columns().isEmpty() ? all.fetch() : all.groupBy(groups.columns()).fetch();
    }
}
