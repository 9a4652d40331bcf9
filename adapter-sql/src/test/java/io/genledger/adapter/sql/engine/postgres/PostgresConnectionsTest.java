package io.genledger.adapter.sql.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.adapter.sql.engine.Link;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresConnectionsTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Test
    void opensFurtherConnectionsWhenTheyAreNeeded() throws SQLException {
        try (PostgresConnections connections = connections()) {
            HikariDataSource pool = connections.pool().orElseThrow();
            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
            Link first = connections.take();
            Link second = connections.take();

            assertThat(pool.getHikariPoolMXBean().getTotalConnections()).isEqualTo(2);
            connections.giveBack(first, true);
            connections.giveBack(second, true);
        }
    }

    /**
     * Firewalls forget idle connections after some minutes, mostly without a word to either end.
     */
    @Test
    void probesAnIdleConnectionEachMinute() throws SQLException {
        try (PostgresConnections connections = connections()) {
            assertThat(connections.pool().orElseThrow().getKeepaliveTime())
                    .isEqualTo(Duration.ofMinutes(1).toMillis());
        }
    }

    private PostgresConnections connections() throws SQLException {
        PostgresServer place = servers.emptyPlace();
        return PostgresConnections.pool(LedgerServers.engine(place), LedgerServers.connect(place));
    }
}
