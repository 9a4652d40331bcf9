package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Link;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Connections that read at the same time, opened when they are needed. */
final class SqliteReaders implements Connections {

    private final Supplier<Link> opener;
    private final Semaphore permits;
    private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;

    /**
     * A pool without connections.
     *
     * @param permits one for each connection that reads
     */
    SqliteReaders(Supplier<Link> opener, Semaphore permits) {
        this.opener = opener;
        this.permits = permits;
    }

    /** Adds an idle connection. */
    void add(Link link) {
        idle.push(link);
    }

    @Override
    public Link take() throws SQLException {
        permits.acquireUninterruptibly();
        Optional<Link> taken = Optional.empty();
        try {
            taken = Optional.of(idleOrNew());
            return taken.get();
        } finally {
            if (taken.isEmpty()) {
                permits.release();
            }
        }
    }

    /** A connection that is no longer in the pool. */
    Link idleOrNew() throws SQLException {
        if (closed) {
            throw new SQLException("the ledger has been closed");
        }
        for (Link link = idle.poll(); link != null; link = idle.poll()) {
            if (!link.isOutdated()) {
                return link;
            }
            link.connection().close();
        }
        return opener.get();
    }

    @Override
    public void giveBack(Link link, boolean usable) throws SQLException {
        try {
            if (usable && !closed) {
                idle.push(link);
            } else {
                link.connection().close();
            }
        } finally {
            permits.release();
        }
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Link link = idle.poll(); link != null; link = idle.poll()) {
            link.connection().close();
        }
    }
}
