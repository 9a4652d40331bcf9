package io.genledger.app;

import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.JsonDocumentSplitter;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.logtail.LogFile;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.queue.admin.Quarantine;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectGenerations;
import io.genledger.ports.usecase.inspect.AuditLedger;
import io.genledger.ports.usecase.inspect.ReadHistory;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.queue.ForgetGenerations;
import io.genledger.ports.usecase.queue.ListPending;
import io.genledger.ports.usecase.queue.RetryGenerations;
import io.genledger.ports.usecase.report.ReportSpend;
import io.genledger.ports.usecase.runtime.MonotonicClock;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.Waiter;
import io.genledger.ports.usecase.track.TrackGenerations;
import io.genledger.ports.usecase.track.TrackTailedTexts;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the use cases together over one ledger; every choice of adapter is a line here. */
public final class Application implements AutoCloseable {

    private final RunEnvironment machine;

    /** Saved and archived documents may be completions; what the source answers may not. */
    private final MetadataDecoder saved = new JacksonDocumentDecoder();

    private final LedgerDatabase database;

    private Application(LedgerDatabase database, RunEnvironment machine) {
        this.database = database;
        this.machine = machine;
    }

    /** This machine: real time, virtual threads. */
    public static RunEnvironment machine() {
        return new RunEnvironment(
                InstantSource.system(),
                new MonotonicClock(InstantSource.system(), System::nanoTime),
                Thread::startVirtualThread,
                Waiter.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }

    /**
     * Opens the ledger in {@code file}, and creates it if there is none.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if it cannot be opened
     */
    public static Application over(Path file, RunEnvironment machine) {
        return new Application(LedgerDatabase.open(file), machine);
    }

    /**
     * Opens the ledger on {@code server}, and creates it if there is none.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if it cannot be opened
     */
    public static Application over(PostgresServer server, RunEnvironment machine) {
        return new Application(LedgerDatabase.open(server), machine);
    }

    /**
     * Opens the ledger on {@code server}.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if there is none, or it cannot
     *     be opened
     */
    public static Application overExisting(PostgresServer server, RunEnvironment machine) {
        return new Application(LedgerDatabase.openExisting(server), machine);
    }

    /** Whether {@code server} has a ledger. */
    public static boolean isThere(PostgresServer server) {
        return LedgerDatabase.isThere(server);
    }

    /** Whether opening this ledger created it. */
    public boolean isNew() {
        return database.isNew();
    }

    /** Reads what the source answers; needs no ledger. */
    public static MetadataDecoder decoder() {
        return new JacksonMetadataDecoder();
    }

    /** Cuts files into documents; needs no ledger. */
    public static DocumentSplitter splitter() {
        return new JsonDocumentSplitter();
    }

    /** {@link TrackGenerations} into this ledger. */
    public TrackGenerations trackGenerations() {
        return new TrackGenerations(pending(), machine.clock());
    }

    /** {@link CollectGenerations} from {@code source}, at this pace. */
    public CollectGenerations collectGenerations(GenerationSource source, RateLimiter pacing) {
        return new CollectGenerations(
                database.claims(), database.refreshQueue(), source, decoder(), pacing, machine);
    }

    /** {@link TrackTailedTexts} into this ledger. */
    public TrackTailedTexts followTexts() {
        return new TrackTailedTexts(pending(), database.tailPositions(), machine);
    }

    /** A log, to be read on where it was left by whoever followed it into this ledger. */
    public LogFile logFile(Path file) {
        return new LogFile(file, database.tailPositions()::find, machine.clock());
    }

    /** {@link ImportDocuments} into this ledger. */
    public ImportDocuments importDocuments() {
        return new ImportDocuments(splitter(), saved, ledger(), machine.clock());
    }

    /** {@link ShowGeneration} of this ledger, judged by the account's plans. */
    public ShowGeneration showGeneration(PlanHistory plans) {
        return new ShowGeneration(ledger(), saved, plans);
    }

    /** {@link ReadHistory} of this ledger. */
    public ReadHistory tellHistory() {
        return new ReadHistory(
                ledger(),
                database.queue(),
                database.events(),
                database.quarantine(),
                saved,
                machine.clock());
    }

    /** {@link ListPending} of this ledger. */
    public ListPending listPending() {
        return new ListPending(database.queue(), database.quarantine(), machine.clock());
    }

    /** {@link RetryGenerations} of this ledger. */
    public RetryGenerations retryGenerations() {
        return new RetryGenerations(database.queueEditor(), machine.clock());
    }

    /** {@link ForgetGenerations} of this ledger. */
    public ForgetGenerations forgetGenerations() {
        return new ForgetGenerations(database.queueEditor(), machine.clock());
    }

    /** What could not be recorded in this ledger. */
    public Quarantine aside() {
        return database.quarantine();
    }

    /** {@link AuditLedger} of this ledger. */
    public AuditLedger auditLedger() {
        return new AuditLedger(database.archive(), saved);
    }

    /** {@link ReportSpend} of this ledger. */
    public ReportSpend reportSpend() {
        return new ReportSpend(database.spend());
    }

    /** What waits to be collected into this ledger. */
    public PendingGenerations pending() {
        return database.pending();
    }

    private Ledger ledger() {
        return database.ledger();
    }

    @Override
    public void close() {
        database.close();
    }
}
