package io.genledger.adapter.sql;

import static io.genledger.adapter.sql.tables.Tables.GENERATION;

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

/** Lets the database add up, and puts its groups together into days and months. */
final class JooqSpendReader implements SpendReader {

    private final Session session;

    JooqSpendReader(Session session) {
        this.session = session;
    }

    @Override
    public SpendReport summarise(SpendQuery query) {
        Groups groups = Groups.of(query);
        Map<List<Optional<String>>, SpendTotals> totals = new LinkedHashMap<>();
        for (Record row : session.read(sql -> sums(sql, groups, query.range()))) {
            if (row.get(Sums.REQUESTS) > 0) { // the sum over nothing is a row too
                totals.merge(groups.of(row), Sums.of(row), SpendTotals::plus);
            }
        }
        List<SpendRow> rows = new ArrayList<>();
        totals.forEach((group, sum) -> rows.add(new SpendRow(group, sum)));
        return SpendReport.of(query.dimensions(), rows);
    }

    private static Result<Record> sums(DSLContext sql, Groups groups, TimeRange range) {
        List<Field<?>> columns = new ArrayList<>(groups.columns());
        columns.addAll(Sums.COLUMNS);
        var all = sql.select(columns).from(GENERATION).where(TimeRanges.within(range));
        return groups.columns().isEmpty() ? all.fetch() : all.groupBy(groups.columns()).fetch();
    }
}
