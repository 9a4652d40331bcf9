package io.genledger.app;

import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.JsonDocumentSplitter;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.domain.cost.PlanHistory;
import io.genledger.ports.AsideDocuments;
import io.genledger.ports.DocumentSplitter;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.Ledger;
import io.genledger.ports.MetadataDecoder;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.decorator.RetryingGenerationSource;
import io.genledger.ports.usecase.AuditLedger;
import io.genledger.ports.usecase.CollectGenerations;
import io.genledger.ports.usecase.ForgetGenerations;
import io.genledger.ports.usecase.ImportDocuments;
import io.genledger.ports.usecase.ListPending;
import io.genledger.ports.usecase.ReportSpend;
import io.genledger.ports.usecase.RetryGenerations;
import io.genledger.ports.usecase.ShowGeneration;
import io.genledger.ports.usecase.TellHistory;
import io.genledger.ports.usecase.TrackGenerations;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;

/** Puts the use cases together over one ledger file; every choice of adapter is a line here. */
public final class Wiring implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);

    private final InstantSource clock;

    /** Saved and archived documents may be completions; what the source answers may not. */
    private final MetadataDecoder saved = new JacksonDocumentDecoder();

    private final LedgerDatabase database;

    private Wiring(LedgerDatabase database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * Opens the ledger in {@code file}, and creates it if there is none.
     *
     * @throws io.genledger.ports.LedgerUnavailableException if it cannot be opened
     */
    public static Wiring over(Path file, InstantSource clock) {
        return new Wiring(LedgerDatabase.open(file), clock);
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
        return new TrackGenerations(pending(), clock);
    }

    /** {@link CollectGenerations} from {@code source}, which is asked again when it is down. */
    public CollectGenerations collectGenerations(GenerationSource source) {
        GenerationSource patient =
                new RetryingGenerationSource(
                        source,
                        ATTEMPTS,
                        FIRST_PAUSE,
                        Wiring::pause,
                        () -> ThreadLocalRandom.current().nextLong());
        return new CollectGenerations(
                database.claims(), patient, decoder(), clock, Thread::startVirtualThread);
    }

    /** {@link ImportDocuments} into this ledger. */
    public ImportDocuments importDocuments() {
        return new ImportDocuments(splitter(), saved, ledger(), clock);
    }

    /** {@link ShowGeneration} of this ledger, judged by the account's plans. */
    public ShowGeneration showGeneration(PlanHistory plans) {
        return new ShowGeneration(ledger(), saved, plans);
    }

    /** {@link TellHistory} of this ledger. */
    public TellHistory tellHistory() {
        return new TellHistory(
                ledger(), database.queue(), database.log(), database.aside(), saved, clock);
    }

    /** {@link ListPending} of this ledger. */
    public ListPending listPending() {
        return new ListPending(database.queue(), database.aside(), clock);
    }

    /** {@link RetryGenerations} of this ledger. */
    public RetryGenerations retryGenerations() {
        return new RetryGenerations(database.queueEditor(), clock);
    }

    /** {@link ForgetGenerations} of this ledger. */
    public ForgetGenerations forgetGenerations() {
        return new ForgetGenerations(database.queueEditor(), clock);
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

    /** Parking may end early, so it is repeated until the time has passed. */
    private static void pause(Duration duration) {
        long end = System.nanoTime() + duration.toNanos();
        for (long left = duration.toNanos(); left > 0; left = end - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private Ledger ledger() {
        return database.ledger();
    }

    @Override
    public void close() {
        database.close();
    }
}
