package io.genledger.adapter.sql;

import io.genledger.adapter.sql.access.JooqAccessSessions;
import io.genledger.adapter.sql.access.JooqAccessTokens;
import io.genledger.adapter.sql.engine.Engine;
import io.genledger.adapter.sql.engine.LedgerConnection;
import io.genledger.adapter.sql.engine.postgres.PostgresEngine;
import io.genledger.adapter.sql.engine.sqlite.SqliteBackup;
import io.genledger.adapter.sql.engine.sqlite.SqliteEngine;
import io.genledger.adapter.sql.export.JooqExportReader;
import io.genledger.adapter.sql.finding.JooqFindingReader;
import io.genledger.adapter.sql.lake.JooqLedgerFeed;
import io.genledger.adapter.sql.ledger.JooqCommittedSequence;
import io.genledger.adapter.sql.ledger.JooqLedger;
import io.genledger.adapter.sql.ledger.JooqLedgerArchive;
import io.genledger.adapter.sql.ledger.JooqLedgerChanges;
import io.genledger.adapter.sql.ledger.Recorder;
import io.genledger.adapter.sql.log.JooqEventLog;
import io.genledger.adapter.sql.log.JooqTailPositions;
import io.genledger.adapter.sql.lookup.JooqDocumentLookup;
import io.genledger.adapter.sql.lookup.JooqLookedUpGenerations;
import io.genledger.adapter.sql.maintenance.JooqAlertStates;
import io.genledger.adapter.sql.maintenance.JooqArchivedEntries;
import io.genledger.adapter.sql.maintenance.JooqBroadcastDeliveries;
import io.genledger.adapter.sql.maintenance.JooqByokAllowances;
import io.genledger.adapter.sql.maintenance.JooqEntryRenewals;
import io.genledger.adapter.sql.maintenance.JooqLedgerSettings;
import io.genledger.adapter.sql.maintenance.JooqStatusReader;
import io.genledger.adapter.sql.migration.LedgerMigration;
import io.genledger.adapter.sql.quarantine.JooqQuarantine;
import io.genledger.adapter.sql.quarantine.JooqQuarantineEditor;
import io.genledger.adapter.sql.queue.JooqClaims;
import io.genledger.adapter.sql.queue.JooqPendingGenerations;
import io.genledger.adapter.sql.queue.JooqQueueEditor;
import io.genledger.adapter.sql.queue.JooqQueueReader;
import io.genledger.adapter.sql.queue.JooqRefreshQueue;
import io.genledger.adapter.sql.report.JooqColourSlots;
import io.genledger.adapter.sql.report.JooqGenerationReader;
import io.genledger.adapter.sql.report.JooqSpendReader;
import io.genledger.adapter.sql.report.JooqValueReader;
import io.genledger.adapter.sql.retention.JooqDocumentPruning;
import io.genledger.adapter.sql.retention.JooqEntryPruning;
import io.genledger.adapter.sql.retention.JooqUserErasure;
import io.genledger.adapter.sql.verify.JooqLedgerVerifier;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.alert.AlertStates;
import io.genledger.ports.export.ExportReader;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.ledger.CommittedSequence;
import io.genledger.ports.ledger.DocumentLookup;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerArchive;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.admin.ArchivedEntries;
import io.genledger.ports.ledger.admin.ByokAllowances;
import io.genledger.ports.ledger.admin.DocumentPruning;
import io.genledger.ports.ledger.admin.EntryPruning;
import io.genledger.ports.ledger.admin.EntryRenewals;
import io.genledger.ports.ledger.admin.LedgerSettings;
import io.genledger.ports.ledger.admin.LedgerVerifier;
import io.genledger.ports.ledger.admin.UserErasure;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.queue.Claims;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.RefreshQueue;
import io.genledger.ports.queue.admin.EventLog;
import io.genledger.ports.queue.admin.QueueEditor;
import io.genledger.ports.queue.admin.QueueReader;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.report.FindingReader;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.StatusReader;
import io.genledger.ports.report.ValueReader;
import io.genledger.ports.source.BroadcastDeliveries;
import io.genledger.ports.tail.TailPositions;
import java.io.IOException;
import java.nio.file.Path;
import javax.sql.DataSource;

/**
 * A ledger in one SQLite file or on a PostgreSQL server: recorded generations, the queue of ids to
 * fetch, and reports. Safe for use by many threads; any number of processes may open one ledger at
 * the same time. A method of a port that writes is one transaction, unless it is documented to work
 * in batches.
 */
public final class LedgerDatabase implements AutoCloseable {

    private final LedgerConnection connection;
    private final Recorder recorder;
    private final CommittedSequence committedSequence;
    private final LookedUpGenerations lookedUp;

    LedgerDatabase(LedgerConnection connection) {
        this.connection = connection;
        this.recorder = new Recorder(connection);
        this.committedSequence = new JooqCommittedSequence(connection);
        this.lookedUp = new JooqLookedUpGenerations(connection);
    }

    /**
     * Opens the ledger in {@code file}. A missing file is created with its folders, readable by the
     * owner only, since a ledger holds personal data. A write-protected file is opened for reading;
     * methods that write then fail.
     *
     * @throws LedgerUnavailableException if {@code file} is no ledger, was written by an earlier or
     *     a newer version, or cannot be opened; the message says what to do
     */
    public static LedgerDatabase open(Path file) {
        return new LedgerDatabase(LedgerConnection.open(new SqliteEngine(file)));
    }

    /**
     * Opens the ledger in {@code file} as {@link #open(Path)} does; migrates one of an earlier
     * version first. A copy of the file is kept beside it, named {@code .bak}, until the new tables
     * hold all of the earlier ones. A migration that was interrupted goes on.
     *
     * @throws LedgerUnavailableException as {@link #open(Path)}, and if the migration fails; the
     *     earlier tables are kept then
     */
    public static LedgerDatabase open(Path file, Migration migration) {
        return migrated(new SqliteEngine(file, true, true), migration);
    }

    /**
     * Opens the ledger in {@code file} without creating it.
     *
     * @throws LedgerUnavailableException as {@link #open(Path)}, and if there is no ledger
     */
    public static LedgerDatabase openExisting(Path file) {
        return new LedgerDatabase(LedgerConnection.open(new SqliteEngine(file, false, false)));
    }

    /**
     * Opens the ledger in {@code file} without creating it; migrates one of an earlier version
     * first.
     *
     * @throws LedgerUnavailableException as {@link #open(Path, Migration)}, and if there is no
     *     ledger
     */
    public static LedgerDatabase openExisting(Path file, Migration migration) {
        return migrated(new SqliteEngine(file, false, true), migration);
    }

    /**
     * Opens the ledger on {@code server}. Missing tables are created in the first schema of the
     * search path. A lost connection is replaced by the next call.
     *
     * @throws LedgerUnavailableException if the server cannot be used, or holds tables of another
     *     program or of a newer version; the message says what to do
     */
    public static LedgerDatabase open(PostgresServer server) {
        return new LedgerDatabase(LedgerConnection.open(engine(server, true, false)));
    }

    /**
     * Opens the ledger on {@code server} as {@link #open(PostgresServer)} does; migrates one of an
     * earlier version first. A migration that was interrupted goes on.
     *
     * @throws LedgerUnavailableException as {@link #open(PostgresServer)}, and if the migration
     *     fails; the earlier tables are kept then
     */
    public static LedgerDatabase open(PostgresServer server, Migration migration) {
        return migrated(engine(server, true, true), migration);
    }

    /**
     * Opens the ledger on {@code server} without creating tables.
     *
     * @throws LedgerUnavailableException as {@link #open(PostgresServer)}, and if there is no
     *     ledger
     */
    public static LedgerDatabase openExisting(PostgresServer server) {
        return new LedgerDatabase(LedgerConnection.open(engine(server, false, false)));
    }

    /**
     * Opens the ledger on {@code server} without creating tables; migrates one of an earlier
     * version first.
     *
     * @throws LedgerUnavailableException as {@link #open(PostgresServer, Migration)}, and if there
     *     is no ledger
     */
    public static LedgerDatabase openExisting(PostgresServer server, Migration migration) {
        return migrated(engine(server, false, true), migration);
    }

    private static PostgresEngine engine(
            PostgresServer server, boolean createsLedger, boolean migrates) {
        return new PostgresEngine(server.address(), createsLedger, migrates);
    }

    private static LedgerDatabase migrated(Engine engine, Migration migration) {
        LedgerConnection connection = LedgerConnection.open(engine);
        try {
            LedgerMigration.finish(connection, migration);
            return new LedgerDatabase(connection);
        } catch (RuntimeException failure) {
            connection.close();
            throw failure;
        }
    }

    /**
     * Opens the ledger in the PostgreSQL database of a service, over the service's own connections.
     * Open it outside of a transaction, so that missing tables can be created.
     *
     * <p>A call of a port that gets a connection with autocommit is a transaction of its own. One
     * that gets a connection without autocommit is a part of the service's transaction: it is
     * durable when the service commits, and undone when the service rolls back (transactional
     * outbox). A failed call leaves the service's transaction as it was before. Each connection is
     * closed after the call; a data source that is aware of transactions keeps it open then.
     *
     * <p>In a service's transaction, generations are recorded at the isolation level read committed
     * only. At this level, each statement sees what was committed before it: a report, its
     * uncollected generations and other results of several statements need not be the state of the
     * ledger at one moment. {@link #committedSequence} and {@link #erasure} need autocommit. Until
     * the service commits, {@code config timezone} waits for what it has recorded.
     *
     * @throws LedgerUnavailableException as {@link #open(PostgresServer)}
     */
    public static LedgerDatabase over(DataSource service) {
        return new LedgerDatabase(LedgerConnection.open(PostgresEngine.over(service)));
    }

    /**
     * Whether {@code server} holds a ledger.
     *
     * @throws LedgerUnavailableException if the server cannot be used
     */
    public static boolean hasLedger(PostgresServer server) {
        return engine(server, false, false).hasLedger();
    }

    /** Whether there was no ledger before this one was opened. */
    public boolean isNew() {
        return connection.isNew();
    }

    /** The recorded generations. */
    public Ledger ledger() {
        return new JooqLedger(connection, recorder);
    }

    /** The findings that are recorded with the generations. */
    public FindingReader findings() {
        return new JooqFindingReader(connection);
    }

    /** How far the sequence of entries is complete. */
    public CommittedSequence committedSequence() {
        return committedSequence;
    }

    /** The entries in the order in which a lake gets them. */
    public LedgerFeed feed() {
        return new JooqLedgerFeed(connection);
    }

    /** What was recorded, for a program that asks again and again; each call has its own memory. */
    public LedgerChanges changes() {
        return new JooqLedgerChanges(connection);
    }

    /** The records one by one. */
    public DocumentLookup documentLookup() {
        return new JooqDocumentLookup(connection);
    }

    /** The newest document of every recorded generation, one after another. */
    public LedgerArchive archive() {
        return new JooqLedgerArchive(connection);
    }

    /** The queue of ids to fetch. */
    public PendingGenerations pending() {
        return new JooqPendingGenerations(connection);
    }

    /** The ids in the queue that were looked up. */
    public LookedUpGenerations lookedUp() {
        return lookedUp;
    }

    /** The claims by which workers share the queue. */
    public Claims claims() {
        return new JooqClaims(connection, recorder);
    }

    /** The recorded generations to fetch again. */
    public RefreshQueue refreshQueue() {
        return new JooqRefreshQueue(connection);
    }

    /** The entries of the queue, listed and counted. */
    public QueueReader queue() {
        return new JooqQueueReader(connection);
    }

    /** Changes to the queue by hand. */
    public QueueEditor queueEditor() {
        return new JooqQueueEditor(connection);
    }

    /** The events of each generation in the queue. */
    public EventLog events() {
        return new JooqEventLog(connection);
    }

    /** The documents that could not be recorded. */
    public Quarantine quarantine() {
        return new JooqQuarantine(connection);
    }

    /** Changes to the documents that could not be recorded. */
    public QuarantineEditor quarantineEditor() {
        return new JooqQuarantineEditor(connection);
    }

    /** The read positions in growing files. */
    public TailPositions tailPositions() {
        return new JooqTailPositions(connection);
    }

    /** Sums of spend. */
    public SpendReader spend() {
        return new JooqSpendReader(connection);
    }

    /** The colours of the values of each dimension. */
    public ColourSlots colourSlots() {
        return new JooqColourSlots(connection);
    }

    /** The texts of the dimensions. */
    public ValueReader values() {
        return new JooqValueReader(connection);
    }

    /** The condition of this ledger. */
    public StatusReader status() {
        return new JooqStatusReader(connection);
    }

    /** The recorded generations as a list. */
    public GenerationReader generations() {
        return new JooqGenerationReader(connection);
    }

    /** The entries one by one. */
    public ExportReader exports() {
        return new JooqExportReader(connection);
    }

    /** Checks of the sums and revisions. */
    public LedgerVerifier verifier() {
        return new JooqLedgerVerifier(connection);
    }

    /** The settings of this ledger. */
    public LedgerSettings settings() {
        return new JooqLedgerSettings(connection);
    }

    /** The BYOK allowances that the accounts of this ledger have of their own. */
    public ByokAllowances byokAllowances() {
        return new JooqByokAllowances(connection);
    }

    /** The access tokens of a server of this ledger. */
    public AccessTokens accessTokens() {
        return new JooqAccessTokens(connection);
    }

    /** The sessions that browsers have begun with these tokens. */
    public AccessSessions accessSessions() {
        return new JooqAccessSessions(connection);
    }

    /** When a server of this ledger last received a delivery of Broadcast. */
    public BroadcastDeliveries broadcastDeliveries() {
        return new JooqBroadcastDeliveries(connection);
    }

    /** The alerts of this ledger that were delivered and have not ended. */
    public AlertStates alertStates() {
        return new JooqAlertStates(connection);
    }

    /** Renewals of entries by a newer decoder. */
    public EntryRenewals renewals() {
        return new JooqEntryRenewals(connection, recorder);
    }

    /** Erasures of users. */
    public UserErasure erasure() {
        return new JooqUserErasure(connection);
    }

    /** Deletions of old entries. */
    public EntryPruning entryPruning() {
        return new JooqEntryPruning(connection);
    }

    /** Deletions of old documents. */
    public DocumentPruning pruning() {
        return new JooqDocumentPruning(connection);
    }

    /**
     * Copies this ledger, which must be in a SQLite file, while it is used. Only the owner can read
     * the copy.
     *
     * @param copy where no file is yet
     * @throws IOException if the copy cannot be written, or the file exists
     * @throws LedgerUnavailableException if the ledger cannot be read, or the copy cannot be
     *     written
     */
    public void backupTo(Path copy) throws IOException {
        new SqliteBackup(connection).writeTo(copy);
    }

    /** All entries with their documents. */
    public ArchivedEntries archivedEntries() {
        return new JooqArchivedEntries(connection);
    }

    /** Closes the connections, except a service's. Committed writes are safe without it. */
    @Override
    public void close() {
        connection.close();
    }
}
