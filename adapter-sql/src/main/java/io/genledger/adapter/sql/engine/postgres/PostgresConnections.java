package io.genledger.adapter.sql.engine.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The connections of a data source: of an own pool, or of a service.
 *
 * @param pool the own pool; empty for a service's connections
 */
record PostgresConnections(
        PostgresEngine engine, DataSource source, Optional<HikariDataSource> pool)
        implements Connections {

    /** More commit little more at once, and a server permits a hundred in all by default. */
    private static final int MOST = 16;

    /** Before a firewall between forgets an idle connection. */
    private static final int KEEP_ALIVE_MS = 60_000;

    /** A pool that begins with one open connection, and opens further ones when needed. */
    static PostgresConnections pool(PostgresEngine engine, Connection first) throws SQLException {
        HikariConfig config = new HikariConfig();
        config.setPoolName("genledger");
        config.setDataSource(new Source(engine.address(), first));
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(MOST);
        config.setConnectionTimeout(Engine.LOCK_TIMEOUT.toMillis());
        config.setKeepaliveTime(KEEP_ALIVE_MS);
        // The first connection is open already.
        config.setInitializationFailTimeout(-1);
        HikariDataSource pool = new HikariDataSource(config);
        pool.getConnection().close();
        return new PostgresConnections(engine, pool, Optional.of(pool));
    }

    @Override
    public Link take() throws SQLException {
        return Link.of(engine, source.getConnection(), () -> false);
    }

    /** When one connection is lost, the others mostly are as well. */
    @Override
    public void giveBack(Link link, boolean usable) throws SQLException {
        if (!usable && pool.isPresent()) {
            pool.get().evictConnection(link.connection());
            pool.get().getHikariPoolMXBean().softEvictConnections();
        } else {
            link.connection().close();
        }
    }

    @Override
    public void close() {
        pool.ifPresent(HikariDataSource::close);
    }

    /** Hands the first connection out, then opens new ones. */
    private static final class Source extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient PostgresAddress address;
        private final transient AtomicReference<@Nullable Connection> first;

        Source(PostgresAddress address, Connection first) {
            this.address = address;
            this.first = new AtomicReference<>(first);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection opened = first.getAndSet(null);
            return opened != null ? opened : PostgresDriver.connect(address);
        }
    }
}
