package io.genledger.ports.usecase.intake;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.queue.PendingGenerations;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.runtime.LedgerWait;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * Records saved documents of every kind that a {@link DocumentReader} reads, and tracks the ids of
 * those that state no spend. Documents that cannot be decoded are kept as rejected. One thread
 * reads, decodes and prepares a batch while the calling thread records the one before.
 */
public final class ImportDocuments {

    /** The most generations that a dry run remembers, to tell those that are repeated. */
    public static final int MOST_SEEN = 250_000;

    /** The longest wait for the reading thread at the end, because a read of a pipe may block. */
    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    /**
     * The longest wait for one write: several imports into one ledger take turns, and a batch of
     * each may take many seconds on a busy machine.
     */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

    private final DocumentReader reader;
    private final Ledger ledger;
    private final PendingGenerations queue;
    private final AccountName account;
    private final RunEnvironment runtime;

    /** Imports generations of {@code account} into {@code ledger} and {@code queue}. */
    public ImportDocuments(
            DocumentReader reader,
            Ledger ledger,
            PendingGenerations queue,
            AccountName account,
            RunEnvironment runtime) {
        this.reader = reader;
        this.ledger = ledger;
        this.queue = queue;
        this.account = account;
        this.runtime = runtime;
    }

    /**
     * Records every document in {@code files}, in batches. If a file fails, the documents before
     * the failure are recorded. While another process holds the ledger's lock, it waits. At the
     * latest after the records of their batch, ids are tracked and rejected documents are kept,
     * too. A crash may leave one without the others; importing the same files again doubles none of
     * them.
     *
     * @param files is read on another thread
     * @param rejects keeps the documents that cannot be decoded; called by the calling thread
     * @param listener is given what is found, and the counts after each batch, by the calling
     *     thread
     * @param stop ends the import after the batch that is being recorded; documents that were read
     *     and not recorded are not counted
     * @throws IOException if a file cannot be read, or a rejected document cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written,
     *     for 5 minutes if the failure is transient
     */
    public ImportSummary importFrom(
            ImportFiles files,
            ImportOptions options,
            RejectedDocuments rejects,
            ImportListener listener,
            StopSignal stop)
            throws IOException {
        BatchQueue batches = new BatchQueue();
        BatchRecorder recorder =
                new BatchRecorder(
                        ledger,
                        new TrackGenerations(queue, account, runtime.clock()),
                        options,
                        rejects,
                        listener,
                        new LedgerWait(
                                runtime,
                                stop,
                                Optional.of(LONGEST_WAIT),
                                listener::ledgerUnavailable));
        BatchBuilder builder =
                new BatchBuilder(
                        reader,
                        account,
                        runtime.clock(),
                        options.isDryRun() ? recordings -> List::of : ledger::prepare,
                        batches);
        Semaphore ended = new Semaphore(0);
        Runnable close = batches::close;
        stop.onRequest(close);
        runtime.workers()
                .execute(() -> {
                    builder.read(files);
                    ended.release();
                });
        try {
            recordAll(batches, recorder);
        } finally {
            stop.forget(close);
            batches.close();
            await(ended);
        }
        return recorder.summary();
    }

    private static void recordAll(BatchQueue queue, BatchRecorder recorder) throws IOException {
        try {
            Batch batch;
            do {
                batch = queue.take();
                recorder.record(batch);
            } while (!batch.isLast());
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
    }

    private void await(Semaphore ended) {
        try {
            runtime.waiter().await(ended, LONGEST_END);
        } catch (InterruptedException interrupted) {
            throw stopped(interrupted);
        }
    }

    private static IllegalStateException stopped(InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return new IllegalStateException("interrupted while importing", interrupted);
    }
}
