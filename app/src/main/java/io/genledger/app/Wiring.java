package io.genledger.app;

import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.JsonDocumentSplitter;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.adapter.sql.PostgresServer;
import io.genledger.app.files.LogFile;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.ports.AsideDocuments;
import io.genledger.ports.DocumentSplitter;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.Ledger;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.Pacing;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.usecase.AuditLedger;
import io.genledger.ports.usecase.CollectGenerations;
import io.genledger.ports.usecase.FollowTexts;
import io.genledger.ports.usecase.ForgetGenerations;
import io.genledger.ports.usecase.ImportDocuments;
import io.genledger.ports.usecase.ListPending;
import io.genledger.ports.usecase.Machine;
import io.genledger.ports.usecase.ReportSpend;
import io.genledger.ports.usecase.RetryGenerations;
import io.genledger.ports.usecase.ShowGeneration;
import io.genledger.ports.usecase.SteadyClock;
import io.genledger.ports.usecase.TellHistory;
import io.genledger.ports.usecase.TrackGenerations;
import io.genledger.ports.usecase.Waiting;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the use cases together over one ledger; every choice of adapter is a line here. */
public final class Wiring implements AutoCloseable {

    private final Machine machine;

    /** Saved and archived documents may be completions; what the source answers may not. */
    private final MetadataDecoder saved = new JacksonDocumentDecoder();

    private final LedgerDatabase database;

    private Wiring(LedgerDatabase database, Machine machine) {
        this.database = database;
        this.machine = machine;
    }

    /** This machine: real time, virtual threads. */
    public static Machine machine() {
        return new Machine(
                InstantSource.system(),
                new SteadyClock(InstantSource.system(), System::nanoTime),
                Thread::startVirtualThread,
                Waiting.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }

    /**
     * Opens the ledger in {@code file}, and creates it if there is none.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if it cannot be opened
     */
    public static Wiring over(Path file, Machine machine) {
        return new Wiring(LedgerDatabase.open(file), machine);
    }

    /**
     * Opens the ledger on {@code server}, and creates it if there is none.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if it cannot be opened
     */
    public static Wiring over(PostgresServer server, Machine machine) {
        return new Wiring(LedgerDatabase.open(server), machine);
    }

    /**
     * Opens the ledger on {@code server}.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if there is none, or it cannot be
     *     opened
     */
    public static Wiring overExisting(PostgresServer server, Machine machine) {
        return new Wiring(LedgerDatabase.openExisting(server), machine);
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
    public CollectGenerations collectGenerations(GenerationSource source, Pacing pacing) {
        return new CollectGenerations(
                database.claims(), database.rereads(), source, decoder(), pacing, machine);
    }

    /** {@link FollowTexts} into this ledger. */
    public FollowTexts followTexts() {
        return new FollowTexts(pending(), database.followedTexts(), machine);
    }

    /** A log, to be read on where it was left by whoever followed it into this ledger. */
    public LogFile logFile(Path file) {
        return new LogFile(file, database.followedTexts()::find, machine.clock());
    }

    /** {@link ImportDocuments} into this ledger. */
    public ImportDocuments importDocuments() {
        return new ImportDocuments(splitter(), saved, ledger(), machine.clock());
    }

    /** {@link ShowGeneration} of this ledger, judged by the account's plans. */
    public ShowGeneration showGeneration(PlanHistory plans) {
        return new ShowGeneration(ledger(), saved, plans);
    }

    /** {@link TellHistory} of this ledger. */
    public TellHistory tellHistory() {
        return new TellHistory(
                ledger(),
                database.queue(),
                database.log(),
                database.aside(),
                saved,
                machine.clock());
    }

    /** {@link ListPending} of this ledger. */
    public ListPending listPending() {
        return new ListPending(database.queue(), database.aside(), machine.clock());
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
    public AsideDocuments aside() {
        return database.aside();
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
