package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Link;
import java.sql.SQLException;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one process to a file: one that writes, and a few that read at the same time.
 * All are opened when they are needed.
 */
final class SqliteConnections implements Connections {

    /** More would hardly read faster, and each has its own cache of pages. */
    private static final int READERS = 8;

    private final Supplier<Link> opener;
    private final Semaphore readers = new Semaphore(READERS, true);
    private final Deque<Link> idle = new ConcurrentLinkedDeque<>();
    private volatile boolean closed;
    private volatile @Nullable Link writer;

    /**
     * A pool that begins with one idle connection.
     *
     * @param opener opens further ones
     */
    SqliteConnections(Link first, Supplier<Link> opener) {
        this.opener = opener;
        idle.push(first);
    }

    @Override
    public Link take() throws SQLException {
        readers.acquireUninterruptibly();
        Optional<Link> taken = Optional.empty();
        try {
            taken = Optional.of(idleOrNew());
            return taken.get();
        } finally {
            if (taken.isEmpty()) {
                readers.release();
            }
        }
    }

    private Link idleOrNew() throws SQLException {
        for (Link link = idle.poll(); link != null; link = idle.poll()) {
            if (!link.isOutdated()) {
                return link;
            }
            close(link);
        }
        return opener.get();
    }

    @Override
    public void giveBack(Link link, boolean usable) throws SQLException {
        try {
            if (usable && !closed) {
                idle.push(link);
            } else {
                close(link);
            }
        } finally {
            readers.release();
        }
    }

    /**
     * The connection of the one thread that writes at present. It is kept, because its cache of
     * pages stays valid as long as no other connection writes. One that only reads, because the
     * disk was full when it was opened, is replaced.
     */
    Link writer() throws SQLException {
        Link link = writer != null ? writer : idleOrNew();
        if (link.connection().isReadOnly()) {
            writer = null;
            close(link);
            link = opener.get();
        }
        writer = link;
        return link;
    }

    private static void close(Link link) throws SQLException {
        link.connection().close();
    }

    @Override
    public void close() throws SQLException {
        closed = true;
        for (Link link = idle.poll(); link != null; link = idle.poll()) {
            close(link);
        }
        if (writer != null) {
            close(writer);
        }
    }
}
