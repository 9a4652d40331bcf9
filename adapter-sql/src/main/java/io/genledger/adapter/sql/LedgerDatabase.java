package io.genledger.adapter.sql;

import io.genledger.ports.AsideDocuments;
import io.genledger.ports.Claims;
import io.genledger.ports.FollowedTexts;
import io.genledger.ports.Ledger;
import io.genledger.ports.LedgerArchive;
import io.genledger.ports.LedgerLog;
import io.genledger.ports.LedgerUnavailableException;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.QueueEditor;
import io.genledger.ports.QueueReader;
import io.genledger.ports.Rereads;
import io.genledger.ports.SpendReader;
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
    public Rereads rereads() {
        return new JooqRereads(session);
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
    public LedgerLog log() {
        return new JooqLedgerLog(session);
    }

    /** What could not be recorded. */
    public AsideDocuments aside() {
        return new JooqAsideDocuments(session);
    }

    /** How far growing texts were read. */
    public FollowedTexts followedTexts() {
        return new JooqFollowedTexts(session);
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
