package io.genledger.adapter.sql.engine.sqlite;

import io.genledger.adapter.sql.engine.Connections;
import io.genledger.adapter.sql.engine.Link;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The connections of one process to a file: one that writes, a few that read at the same time, and
 * fewer for look-ups. All are opened when they are needed.
 */
final class SqliteConnections implements Connections {

    /** More would hardly read faster, and each has its own cache of pages. */
    private static final int READERS = 8;

    /** A look-up takes some microseconds of a processor and waits for nothing. */
    private static final int LOOK_UPS = 2;

    /** Holds the pages of a batch, which would otherwise be written before they are complete. */
    private static final int CACHE_KIBIBYTES = 16 << 10;

    /**
     * The pages of the write-ahead log, 32 MiB, at which a commit copies them to the file. Each
     * copy waits for the disk twice, and several batches write to many of these pages.
     */
    private static final int CHECKPOINT_PAGES = 8_000;

    private final Supplier<Link> opener;
    private final SqliteReaders readers;
    private final SqliteReaders lookUps;
    private volatile @Nullable Link writer;

    /**
     * A pool that begins with one idle connection.
     *
     * @param opener opens further ones
     */
    SqliteConnections(Link first, Supplier<Link> opener) {
        this.opener = opener;
        this.readers = new SqliteReaders(opener, new Semaphore(READERS, true));
        // Unfair: to hand each permit to the thread that waits longest takes longer than a look-up.
        this.lookUps = new SqliteReaders(opener, new Semaphore(LOOK_UPS));
        readers.add(first);
    }

    @Override
    public Link take() throws SQLException {
        return readers.take();
    }

    @Override
    public void giveBack(Link link, boolean usable) throws SQLException {
        readers.giveBack(link, usable);
    }

    @Override
    public Connections lookUps() {
        return lookUps;
    }

    /**
     * The connection of the one thread that writes at present. It is kept, because its cache of
     * pages stays valid as long as no other connection writes. One that only reads, because the
     * disk was full when it was opened, is replaced.
     */
    Link writer() throws SQLException {
        if (writer != null && !writer.connection().isReadOnly()) {
            return writer;
        }
        Link link = writer != null ? writer : readers.idleOrNew();
        if (link.connection().isReadOnly()) {
            writer = null;
            link.connection().close();
            link = opener.get();
        }
        prepareToWrite(link);
        writer = link;
        return link;
    }

    private static void prepareToWrite(Link link) throws SQLException {
        try (Statement statement = link.connection().createStatement()) {
            statement.execute("pragma cache_size = -" + CACHE_KIBIBYTES);
            statement.execute("pragma wal_autocheckpoint = " + CHECKPOINT_PAGES);
        }
    }

    @Override
    public void close() throws SQLException {
        readers.close();
        lookUps.close();
        if (writer != null) {
            writer.connection().close();
        }
    }
}
