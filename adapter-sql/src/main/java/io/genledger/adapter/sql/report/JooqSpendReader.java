package io.genledger.adapter.sql.report;

import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.Streamed;
import io.genledger.adapter.sql.report.source.SpendSources;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.SpendRow;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.Uncollected;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jooq.DSLContext;

/** Sums spend in the database, from its rollups where these distinguish what is asked. */
public final class JooqSpendReader implements SpendReader {

    /** Entries that are read one by one for exact percentiles: about 3 s. */
    private static final long MOST_READ = 300_000;

    private final LedgerConnection connection;
    private final long mostRead;

    /** Reads over {@code connection}. */
    public JooqSpendReader(LedgerConnection connection) {
        this(connection, MOST_READ);
    }

    /**
     * @param mostRead the largest number of generations of whole days of which percentiles are
     *     exact
     */
    JooqSpendReader(LedgerConnection connection, long mostRead) {
        this.connection = connection;
        this.mostRead = mostRead;
    }

    @Override
    public Optional<Uncollected> read(SpendQuery query, Consumer<SpendRow> rows) {
        return connection.snapshot(
                rows,
                (sql, consumer) -> {
                    SpendPlan plan = SpendPlan.of(sql, query, mostRead);
                    if (!plan.isEmpty()) {
                        UnaryOperator<SpendRow> completed = completed(sql, query, plan);
                        SpendRows reader = new SpendRows(plan.query());
                        Streamed.read(
                                sql,
                                plan.query(sql),
                                row -> consumer.accept(completed.apply(reader.read(row))));
                    }
                    return Optional.of(UncollectedCount.of(sql, query));
                });
    }

    /** Adds the percentiles that sketches tell, if the plan has these. */
    private static UnaryOperator<SpendRow> completed(
            DSLContext sql, SpendQuery query, SpendPlan plan) {
        if (plan.sketches().isEmpty()) {
            return row -> row;
        }
        GroupSketches sketches = GroupSketches.read(sql, query, plan.sketches().get());
        return row ->
                new SpendRow(row.group(), row.totals(), Optional.of(sketches.of(row.group())));
    }

    @Override
    public boolean keepsSums(SpendQuery query) {
        return SpendSources.rollups(query).isPresent() || SpendSources.hasSketches(query);
    }
}
