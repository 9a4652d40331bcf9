package io.genledger.app;

import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.JsonDocumentSplitter;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.files.LogFile;
import io.genledger.domain.cost.Plan;
import io.genledger.ports.DocumentSplitter;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.Ledger;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.Pacing;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.usecase.AuditLedger;
import io.genledger.ports.usecase.CollectGenerations;
import io.genledger.ports.usecase.FollowTexts;
import io.genledger.ports.usecase.ImportDocuments;
import io.genledger.ports.usecase.Machine;
import io.genledger.ports.usecase.ReportSpend;
import io.genledger.ports.usecase.ShowGeneration;
import io.genledger.ports.usecase.TrackGenerations;
import io.genledger.ports.usecase.Waiting;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** Puts the use cases together over one ledger file; every choice of adapter is a line here. */
public final class Wiring implements AutoCloseable {

    private final Machine machine;
    private final MetadataDecoder decoder = decoder();
    private final LedgerDatabase database;

    private Wiring(LedgerDatabase database, Machine machine) {
        this.database = database;
        this.machine = machine;
    }

    /** This machine: real time, virtual threads. */
    public static Machine machine() {
        return machine(InstantSource.system(), Waiting.REAL);
    }

    /** Virtual threads in a time of their own. */
    public static Machine machine(InstantSource clock, Waiting waiting) {
        return new Machine(
                clock,
                Thread::startVirtualThread,
                waiting,
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

    /** Reads documents; needs no ledger. */
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
                database.claims(), database.rereads(), source, decoder, pacing, machine);
    }

    /** {@link FollowTexts} into this ledger. */
    public FollowTexts followTexts() {
        return new FollowTexts(pending(), database.followedTexts(), machine);
    }

    /** A log, to be read on where it was left by whoever followed it into this ledger. */
    public LogFile logFile(Path file) {
        return new LogFile(file, database.followedTexts().find(LogFile.nameOf(file)));
    }

    /** {@link ImportDocuments} into this ledger. */
    public ImportDocuments importDocuments() {
        return new ImportDocuments(splitter(), decoder, ledger(), machine.clock());
    }

    /** {@link ShowGeneration} of this ledger, judged by the account's plan. */
    public ShowGeneration showGeneration(Plan plan) {
        return new ShowGeneration(ledger(), decoder, plan);
    }

    /** {@link AuditLedger} of this ledger. */
    public AuditLedger auditLedger() {
        return new AuditLedger(database.archive(), decoder);
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
