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
 * A ledger in one SQLite file: what is kept, what is still to be fetched, and what it cost. Safe
 * for use by many threads; any number of processes may open the same file at once.
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
        return new LedgerDatabase(new Session(file, SqliteFile.open(file)));
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

    /** Lets go of the file; nothing is lost by not closing it. */
    @Override
    public void close() {
        session.close();
    }
}
