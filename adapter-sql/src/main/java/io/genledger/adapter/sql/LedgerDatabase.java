package io.genledger.adapter.sql;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.SpendReader;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.tail.TailPositions;
import java.nio.file.Path;

/**
 * A ledger in one SQLite file or on a PostgreSQL server: what is kept, what is still to be fetched,
 * and what it cost. Safe for use by many threads; any number of processes may open the same one at
 * once.
 */
public final class LedgerDatabase implements AutoCloseable {

    private final Session session;

    private LedgerDatabase(Session session) {
        this.session = session;
    }

    /**
     * Opens the ledger in {@code file}. If there is none, it is made, with the folders above it,
     * for its owner only: it holds personal data. A file that must not be written is opened for
     * reading; whatever would write then fails.
     *
     * @throws LedgerUnavailableException if {@code file} is no ledger, is one of a newer program,
     *     or cannot be opened; the message says which, and what to do
     */
    public static LedgerDatabase open(Path file) {
        return new LedgerDatabase(Session.over(new SqliteEngine(file)));
    }

    /**
     * Opens the ledger on {@code server}. If there is none, its tables are made in the first schema
     * of the search path. A connection that is lost is replaced by the next call.
     *
     * @throws LedgerUnavailableException if the server cannot be used, or has tables of another or
     *     a newer program; the message says which, and what to do
     */
    public static LedgerDatabase open(PostgresServer server) {
        return new LedgerDatabase(Session.over(new PostgresEngine(server, true)));
    }

    /**
     * Opens the ledger on {@code server} if there is one; makes no tables.
     *
     * @throws LedgerUnavailableException as {@link #open(PostgresServer)}, and if there is none
     */
    public static LedgerDatabase openExisting(PostgresServer server) {
        return new LedgerDatabase(Session.over(new PostgresEngine(server, false)));
    }

    /**
     * Whether {@code server} has a ledger.
     *
     * @throws LedgerUnavailableException if it cannot be asked
     */
    public static boolean isThere(PostgresServer server) {
        return new PostgresEngine(server, false).isThere();
    }

    /** Whether there was no ledger before this one was opened. */
    public boolean isNew() {
        return session.isNew();
    }

    /** What is kept. */
    public Ledger ledger() {
        return new JooqLedger(session);
    }

    /** All that is kept, to be gone through. */
    public LedgerArchive archive() {
        return new JooqLedgerArchive(session);
    }

    /** What is still to be fetched. */
    public PendingGenerations pending() {
        return new JooqPendingGenerations(session);
    }

    /** Who fetches what. */
    public Claims claims() {
        return new JooqClaims(session);
    }

    /** What is to be read once more. */
    public RefreshQueue rereads() {
        return new JooqRefreshQueue(session);
    }

    /** The queue as people see it. */
    public QueueReader queue() {
        return new JooqQueueReader(session);
    }

    /** How people overrule the queue. */
    public QueueEditor queueEditor() {
        return new JooqQueueEditor(session);
    }

    /** What happened. */
    public EventLog log() {
        return new JooqEventLog(session);
    }

    /** What could not be recorded. */
    public Quarantine aside() {
        return new JooqQuarantine(session);
    }

    /** How far growing texts were read. */
    public TailPositions followedTexts() {
        return new JooqTailPositions(session);
    }

    /** What it cost. */
    public SpendReader spend() {
        return new JooqSpendReader(session);
    }

    /** Lets go of it; nothing is lost by not closing it. */
    @Override
    public void close() {
        session.close();
    }
}
