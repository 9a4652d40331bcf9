package io.genledger.adapter.sql.engine.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.adapter.sql.LedgerServers;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.adapter.sql.engine.Link;
import java.sql.SQLException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PostgresPoolTest {

    @RegisterExtension final LedgerServers servers = new LedgerServers();

    @Test
    void usesTheFirstConnectionAsLongAsOneIsEnough() throws SQLException {
        try (PostgresPool connections = connections()) {
            Link first = connections.take();
            connections.giveBack(first, true);
            Link again = connections.take();

            assertThat(again).isSameAs(first);
            assertThat(connections.take()).isNotSameAs(first);
            connections.giveBack(again, true);
            assertThat(again.connection().isClosed()).as("replaced by the pool").isTrue();
        }
    }

    @Test
    void opensFurtherConnectionsWhenTheyAreNeeded() throws SQLException {
        try (PostgresPool connections = connections()) {
            Link lost = connections.take();
            connections.giveBack(lost, false);
            assertThat(lost.connection().isClosed()).isTrue();
            Link pooled = connections.take();

            assertThat(connections.pool().getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
            connections.giveBack(pooled, true);
            connections.giveBack(connections.take(), true);
            assertThat(connections.pool().getHikariPoolMXBean().getTotalConnections()).isEqualTo(1);
        }
    }

    /**
     * Firewalls forget idle connections after some minutes, mostly without a word to either end.
     */
    @Test
    void probesAnIdleConnectionEachMinute() throws SQLException {
        try (PostgresPool connections = connections()) {
            assertThat(connections.pool().getKeepaliveTime())
                    .isEqualTo(Duration.ofMinutes(1).toMillis());
        }
    }

    private PostgresPool connections() throws SQLException {
        PostgresServer place = servers.emptyPlace();
        return new PostgresPool(LedgerServers.engine(place), LedgerServers.connect(place));
    }
}
