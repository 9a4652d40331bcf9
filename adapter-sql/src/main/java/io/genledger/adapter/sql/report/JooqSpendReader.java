package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.util.function.Consumer;

/** Sums spend in the database, from its rollups where these distinguish what is asked. */
public final class JooqSpendReader implements SpendReader {

    private final LedgerConnection connection;

    /** Reads over {@code connection}. */
    public JooqSpendReader(LedgerConnection connection) {
        this.connection = connection;
    }

    @Override
    public Uncollected read(SpendQuery query, Consumer<SpendRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> {
                    SpendPlan plan = SpendPlan.of(sql, query);
                    if (!plan.isEmpty()) {
                        SpendRows reader = new SpendRows(query);
                        Streamed.read(
                                sql, plan.query(sql), row -> consumer.accept(reader.read(row)));
                    }
                    return UncollectedCount.of(sql, query);
                });
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return SpendSources.rollups(query).isPresent();
    }
}
