package io.genledger.app;

import io.genledger.adapter.http.alert.HttpAlertSender;
import io.genledger.adapter.http.alert.WebhookSecret;
import io.genledger.adapter.http.ratelimit.TokenBucketRateLimiter;
import io.genledger.adapter.json.JacksonActivityRows;
import io.genledger.adapter.json.JacksonDocumentDecoder;
import io.genledger.adapter.json.JacksonDocumentReader;
import io.genledger.adapter.json.JacksonMetadataDecoder;
import io.genledger.adapter.json.record.CompleteRecord;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.app.logtail.LogFile;
import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.cost.AccountPlans;
import io.genledger.ports.access.AccessSessions;
import io.genledger.ports.access.AccessTokens;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.lake.Lake;
import io.genledger.ports.lake.LedgerFeed;
import io.genledger.ports.lake.LedgerName;
import io.genledger.ports.ledger.DocumentLookup;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.LedgerChanges;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.MigrationListener;
import io.genledger.ports.ledger.admin.ByokAllowances;
import io.genledger.ports.ledger.admin.DocumentPruning;
import io.genledger.ports.ledger.admin.EntryPruning;
import io.genledger.ports.ledger.admin.LedgerSettings;
import io.genledger.ports.ledger.admin.UserErasure;
import io.genledger.ports.quarantine.Quarantine;
import io.genledger.ports.quarantine.QuarantineEditor;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.queue.LookedUpGenerations;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.report.GenerationReader;
import io.genledger.ports.report.SpendReader;
import io.genledger.ports.report.StatusReader;
import io.genledger.ports.report.ValueReader;
import io.genledger.ports.source.BroadcastDeliveries;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.access.Authenticate;
import io.genledger.ports.usecase.access.CreateToken;
import io.genledger.ports.usecase.access.SignIn;
import io.genledger.ports.usecase.alert.SendAlerts;
import io.genledger.ports.usecase.collect.CollectGenerations;
import io.genledger.ports.usecase.export.ExportGenerations;
import io.genledger.ports.usecase.inspect.AuditLedger;
import io.genledger.ports.usecase.inspect.MeterAllowance;
import io.genledger.ports.usecase.inspect.ReadHistory;
import io.genledger.ports.usecase.inspect.ReadRun;
import io.genledger.ports.usecase.inspect.ReadStatus;
import io.genledger.ports.usecase.inspect.ShowGeneration;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.QuarantineRejects;
import io.genledger.ports.usecase.lake.ShipEntries;
import io.genledger.ports.usecase.lake.VerifyLake;
import io.genledger.ports.usecase.maintain.AssignColours;
import io.genledger.ports.usecase.maintain.ChangeTimezone;
import io.genledger.ports.usecase.maintain.RedecodeLedger;
import io.genledger.ports.usecase.maintain.VerifyLedger;
import io.genledger.ports.usecase.queue.ForgetGenerations;
import io.genledger.ports.usecase.queue.ListPending;
import io.genledger.ports.usecase.queue.RetryGenerations;
import io.genledger.ports.usecase.report.StreamSpendReport;
import io.genledger.ports.usecase.runtime.MonotonicClock;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.Waiter;
import io.genledger.ports.usecase.track.TrackGenerations;
import io.genledger.ports.usecase.track.TrackTailedTexts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.ThreadLocalRandom;

/** The use cases over one ledger, built from their adapters. */
public final class Application implements AutoCloseable {

    private final RunEnvironment runtime;

    /** Decodes saved and archived documents, which may be completions; a source's may not. */
    private final MetadataDecoder saved = new JacksonDocumentDecoder();

    private final DocumentReader reader = documentReader();

    private final LedgerDatabase database;

    Application(LedgerDatabase database, RunEnvironment runtime) {
        this.database = database;
        this.runtime = runtime;
    }

    /** The environment of a real run: system clocks, virtual threads, unpredictable numbers. */
    public static RunEnvironment runtime() {
        return new RunEnvironment(
                InstantSource.system(),
                new MonotonicClock(InstantSource.system(), System::nanoTime),
                Thread::startVirtualThread,
                Waiter.REAL,
                () -> ThreadLocalRandom.current().nextLong());
    }

    /** The migration of a ledger of an earlier schema version. */
    static Migration migration(MigrationListener listener) {
        return new Migration(new JacksonDocumentDecoder(), listener);
    }

    /** Whether opening this ledger created it. */
    public boolean isNew() {
        return database.isNew();
    }

    /** Decodes the source's documents; needs no ledger. */
    public static MetadataDecoder decoder() {
        return new JacksonMetadataDecoder();
    }

    /** Reads saved documents of every kind; needs no ledger. */
    public static DocumentReader documentReader() {
        return new JacksonDocumentReader();
    }

    /** {@link TrackGenerations} of {@code account} into this ledger. */
    public TrackGenerations trackGenerations(AccountName account) {
        return new TrackGenerations(pending(), account, runtime.clock());
    }

    /**
     * A rate limit of {@code requests} per {@code period}.
     *
     * @param monotonic the clock that measures the period
     * @throws IllegalArgumentException if the rate is out of range
     */
    public static RateLimiter rateLimit(int requests, Duration period, InstantSource monotonic) {
        return new TokenBucketRateLimiter(requests, period, monotonic);
    }

    /** The records of this ledger one by one. */
    public DocumentLookup documentLookup() {
        return database.documentLookup();
    }

    /** The ids in the queue of this ledger that were looked up. */
    public LookedUpGenerations lookedUp() {
        return database.lookedUp();
    }

    /** What was recorded in this ledger, for a program that asks again and again. */
    public LedgerChanges changes() {
        return database.changes();
    }

    /** The colours of the values of each dimension in this ledger. */
    public ColourSlots colourSlots() {
        return database.colourSlots();
    }

    /** {@link AssignColours} in this ledger. */
    public AssignColours assignColours() {
        return new AssignColours(database.spend(), database.colourSlots(), runtime.clock());
    }

    /** {@link CollectGenerations} from {@code source} within a rate limit. */
    public CollectGenerations collectGenerations(GenerationSource source, RateLimiter rateLimit) {
        return new CollectGenerations(
                database.claims(), database.refreshQueue(), source, decoder(), rateLimit, runtime);
    }

    /** {@link CollectGenerations} from OpenRouter, with one or several keys. */
    public CollectGenerations collectGenerations(OpenRouterKeys keys) {
        return new CollectGenerations(
                database.claims(), database.refreshQueue(), keys.sources(), decoder(), runtime);
    }

    /** {@link SendAlerts} about this ledger to a webhook. */
    public SendAlerts sendAlerts(URI webhook, String secret) {
        return new SendAlerts(
                database.queue(),
                database.alertStates(),
                new HttpAlertSender(webhook, new WebhookSecret(secret), runtime.clock()),
                runtime.clock());
    }

    /** {@link ShipEntries} of this ledger, which has this name in the lake. */
    public ShipEntries shipEntries(LedgerName name, Lake lake) {
        return new ShipEntries(name, feed(), database.committedSequence(), lake);
    }

    /** {@link VerifyLake} with this ledger, which has this name in the lake. */
    public VerifyLake verifyLake(LedgerName name, Lake lake) {
        return new VerifyLake(name, feed(), lake);
    }

    /** The entries of this ledger in the order in which a lake gets them. */
    public LedgerFeed feed() {
        return database.feed();
    }

    /** {@link TrackTailedTexts} of {@code account} into this ledger. */
    public TrackTailedTexts trackTailedTexts(AccountName account) {
        return new TrackTailedTexts(pending(), account, database.tailPositions(), runtime);
    }

    /** A log file, resumed at the offset that this ledger stores for it. */
    public LogFile logFile(Path file) {
        return new LogFile(file, database.tailPositions()::find);
    }

    /** {@link ImportDocuments} of {@code account} into this ledger. */
    public ImportDocuments importDocuments(AccountName account) {
        return new ImportDocuments(reader, ledger(), pending(), account, runtime);
    }

    /** The quarantine of this ledger for the rejected documents of one import. */
    public RejectedDocuments quarantineRejects() {
        return new QuarantineRejects(quarantineEditor(), runtime.clock());
    }

    /** {@link ShowGeneration} of this ledger, with fees checked against the accounts' plans. */
    public ShowGeneration showGeneration(AccountPlans plans) {
        return new ShowGeneration(ledger(), saved, meterAllowance(), plans);
    }

    /** {@link MeterAllowance} of this ledger. */
    public MeterAllowance meterAllowance() {
        return new MeterAllowance(database.spend());
    }

    /** The BYOK allowances that this ledger keeps for its accounts. */
    public ByokAllowances byokAllowances() {
        return database.byokAllowances();
    }

    /** {@link ReadHistory} of this ledger. */
    public ReadHistory readHistory() {
        return new ReadHistory(
                ledger(),
                database.queue(),
                database.events(),
                database.quarantine(),
                saved,
                runtime.clock());
    }

    /** {@link ReadRun} of this ledger. */
    public ReadRun readRun() {
        return new ReadRun(database.generations(), database.spend());
    }

    /** {@link ReadStatus} of this ledger. */
    public ReadStatus readStatus() {
        return new ReadStatus(
                database.status(),
                pending(),
                listPending(),
                broadcastDeliveries(),
                database.spend(),
                meterAllowance());
    }

    /** {@link ListPending} of this ledger. */
    public ListPending listPending() {
        return new ListPending(database.queue(), database.quarantine(), runtime.clock());
    }

    /** {@link RetryGenerations} of this ledger. */
    public RetryGenerations retryGenerations() {
        return new RetryGenerations(database.queueEditor(), runtime.clock());
    }

    /** {@link ForgetGenerations} of this ledger. */
    public ForgetGenerations forgetGenerations() {
        return new ForgetGenerations(database.queueEditor(), runtime.clock());
    }

    /** The quarantined documents of this ledger. */
    public Quarantine quarantine() {
        return database.quarantine();
    }

    /** Changes to the quarantined documents of this ledger. */
    public QuarantineEditor quarantineEditor() {
        return database.quarantineEditor();
    }

    /** {@link AuditLedger} of this ledger. */
    public AuditLedger auditLedger() {
        return new AuditLedger(database.findings(), database.archive(), saved);
    }

    /** {@link VerifyLedger} of this ledger. */
    public VerifyLedger verifyLedger() {
        return new VerifyLedger(database.verifier(), database.archivedEntries(), saved);
    }

    /** {@link RedecodeLedger} of this ledger by this version. */
    public RedecodeLedger redecodeLedger() {
        return new RedecodeLedger(
                database.archivedEntries(), database.renewals(), saved, Version.number());
    }

    /**
     * Copies this ledger, which must be in a file, to a new one.
     *
     * @throws IOException if the copy cannot be written, or the file exists
     */
    public void backup(Path file) throws IOException {
        database.backupTo(file);
    }

    /** Deletions of old documents from this ledger. */
    public DocumentPruning pruning() {
        return database.pruning();
    }

    /** Deletions of old entries from this ledger. */
    public EntryPruning entryPruning() {
        return database.entryPruning();
    }

    /** Erasures of users from this ledger. */
    public UserErasure erasure() {
        return database.erasure();
    }

    /** {@link ChangeTimezone} of this ledger. */
    public ChangeTimezone changeTimezone() {
        return new ChangeTimezone(settings());
    }

    /** When a server of this ledger last received a delivery of Broadcast. */
    public BroadcastDeliveries broadcastDeliveries() {
        return database.broadcastDeliveries();
    }

    /** The settings of this ledger. */
    public LedgerSettings settings() {
        return database.settings();
    }

    /** {@link CreateToken} for a server of this ledger. */
    public CreateToken createToken() {
        return new CreateToken(accessTokens(), new SecureRandom(), runtime.clock());
    }

    /** {@link Authenticate} by the tokens of this ledger. */
    public Authenticate authenticate() {
        return new Authenticate(accessTokens(), accessSessions(), runtime.clock());
    }

    /** {@link SignIn} with the tokens of this ledger. */
    public SignIn signIn() {
        return new SignIn(accessTokens(), accessSessions(), new SecureRandom(), runtime.clock());
    }

    /** The access tokens of a server of this ledger. */
    public AccessTokens accessTokens() {
        return database.accessTokens();
    }

    /** The sessions that browsers have begun with these tokens. */
    public AccessSessions accessSessions() {
        return database.accessSessions();
    }

    /** {@link StreamSpendReport} of this ledger. */
    public StreamSpendReport spendReports() {
        return new StreamSpendReport(database.spend(), runtime.clock());
    }

    /** Sums of spend of this ledger. */
    public SpendReader spend() {
        return database.spend();
    }

    /** The recorded generations of this ledger one by one. */
    public GenerationReader generations() {
        return database.generations();
    }

    /** {@link ExportGenerations} of this ledger. */
    public ExportGenerations exportGenerations() {
        return new ExportGenerations(database.exports(), database.committedSequence());
    }

    /** Decodes archived documents for exports; needs no ledger. */
    public static RowDecoders rowDecoders() {
        return new RowDecoders(new JacksonDocumentDecoder(), new JacksonActivityRows());
    }

    /**
     * An archived record with null for each documented field that it lacks; needs no ledger.
     *
     * @param document a record that can be decoded
     */
    public static byte[] completeRecord(byte[] document) {
        return CompleteRecord.of(document);
    }

    /** The texts that the records of this ledger have in a dimension. */
    public ValueReader values() {
        return database.values();
    }

    /** The condition of this ledger. */
    public StatusReader status() {
        return database.status();
    }

    /** The queue of ids whose records are still to be collected. */
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
