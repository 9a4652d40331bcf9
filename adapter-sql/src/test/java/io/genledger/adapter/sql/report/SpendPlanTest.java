package io.genledger.adapter.sql.report;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.postgres.PostgresEngine;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.Dimension;
import io.genledger.domain.report.SpendQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.postgresql.ds.PGSimpleDataSource;

class SpendPlanTest {

    private static final SpendQuery QUERY =
            new SpendQuery(
                    List.of(Dimension.DAY, Dimension.MODEL), TimeRange.ALWAYS, ZoneOffset.UTC);

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    /** There, a row of another shard may be committed between the plan and the statement. */
    @Test
    void rowsAreSummedInAServicesTransaction() {
        PostgresServer place = servers.emptyPlace();
        servers.open(place).ledger().record(List.of(recording(complete(id(1)))));
        PGSimpleDataSource service =
                new PGSimpleDataSource() {
                    private static final long serialVersionUID = 1L;

                    @Override
                    public Connection getConnection() throws SQLException {
                        return LedgerServers.connect(place);
                    }
                };

        assertThat(isGrouped(LedgerServers.engine(place))).isTrue();
        assertThat(isGrouped(PostgresEngine.over(service))).isFalse();
    }

    private static boolean isGrouped(PostgresEngine engine) {
        try (LedgerConnection connection = LedgerConnection.open(engine)) {
            return connection.snapshot(sql -> SpendPlan.of(sql, QUERY, 1_000).isGrouped());
        }
    }
}
