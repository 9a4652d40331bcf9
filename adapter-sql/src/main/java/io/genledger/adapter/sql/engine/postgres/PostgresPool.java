package io.genledger.adapter.sql.engine.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.Link;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * Own connections: a first one for a short program of one thread, and HikariCP's pool as soon as
 * another is needed. To load and start the pool takes a tenth of a second.
 */
final class PostgresPool implements Connections {

    /** More commit little more at once, and a server permits a hundred in all by default. */
    private static final int MOST = 16;

    /** Shorter than firewalls remember an idle connection. */
    private static final Duration KEEP_ALIVE = Duration.ofMinutes(1);

    private final PostgresEngine engine;
    private final Link first;
    private final AtomicReference<@Nullable Link> idle = new AtomicReference<>();
    private volatile long idleSince;
    private volatile @Nullable HikariDataSource pool;
    private volatile boolean closed;

    /** A pool that begins with one open connection. */
    PostgresPool(PostgresEngine engine, Connection first) {
        this.engine = engine;
        this.first = Link.of(engine, first);
        keepIdle();
    }

    private void keepIdle() {
        idleSince = System.nanoTime();
        idle.set(first);
    }

    @Override
    public Link take() throws SQLException {
        Link link = idle.getAndSet(null);
        if (link == null) {
            return pooled();
        }
        if (System.nanoTime() - idleSince < KEEP_ALIVE.toNanos()) {
            return link;
        }
        link.connection().close();
        return pooled();
    }

    private Link pooled() throws SQLException {
        return Link.of(engine, pool().getConnection());
    }

    /** When one connection is lost, the others mostly are as well. */
    @Override
    @SuppressWarnings("ReferenceEquality") // The first connection itself is meant.
    public void giveBack(Link link, boolean usable) throws SQLException {
        HikariDataSource started = pool;
        boolean isFirst = link.connection() == first.connection();
        if (isFirst && usable && started == null && !closed) {
            keepIdle();
        } else if (isFirst || usable || started == null) {
            link.connection().close();
        } else {
            started.evictConnection(link.connection());
            started.getHikariPoolMXBean().softEvictConnections();
        }
    }

    /** The pool, which is started by the first call. */
    synchronized HikariDataSource pool() throws SQLException {
        if (closed) {
            throw new SQLException("the ledger has been closed");
        }
        HikariDataSource started = pool;
        if (started == null) {
            started = new HikariDataSource(config());
            pool = started;
        }
        return started;
    }

    private HikariConfig config() {
        HikariConfig config = new HikariConfig();
        config.setPoolName("genledger");
        config.setDataSource(new Source(engine.address()));
        config.setMinimumIdle(0);
        config.setMaximumPoolSize(MOST);
        config.setConnectionTimeout(Engine.LOCK_TIMEOUT.toMillis());
        config.setKeepaliveTime(KEEP_ALIVE.toMillis());
        // The first call reports why no connection can be opened.
        config.setInitializationFailTimeout(-1);
        return config;
    }

    @Override
    public synchronized void close() throws SQLException {
        closed = true;
        Link link = idle.getAndSet(null);
        if (link != null) {
            link.connection().close();
        }
        HikariDataSource started = pool;
        if (started != null) {
            started.close();
        }
    }

    private static final class Source extends PGSimpleDataSource {

        private static final long serialVersionUID = 1L;

        private final transient PostgresAddress address;

        Source(PostgresAddress address) {
            this.address = address;
        }

        @Override
        public Connection getConnection() throws SQLException {
            return PostgresDriver.connect(address);
        }
    }
}
