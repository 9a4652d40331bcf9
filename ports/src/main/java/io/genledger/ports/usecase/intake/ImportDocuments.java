package io.genledger.ports.usecase.intake;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/**
 * Records saved documents: records of generations, and completions with inline usage, which is
 * provisional until the record is collected. Documents that cannot be decoded are kept as rejected.
 * One thread reads and decodes while the calling thread records.
 */
public final class ImportDocuments {

    /** The longest wait for the reading thread at the end, because a read of a pipe may block. */
    private static final Duration LONGEST_END = Duration.ofSeconds(1);

    private final DocumentReader reader;
    private final Ledger ledger;
    private final AccountName account;
    private final RunEnvironment runtime;

    /** Imports generations of {@code account} into {@code ledger}. */
    public ImportDocuments(
            DocumentReader reader, Ledger ledger, AccountName account, RunEnvironment runtime) {
        this.reader = reader;
        this.ledger = ledger;
        this.account = account;
        this.runtime = runtime;
    }

    /**
     * Records every document in {@code stream}, in batches. If the stream fails, the documents
     * before the failure are recorded. At the latest after the records of their batch, rejected
     * documents are kept, too. A crash may leave either without the other; importing the same
     * stream again doubles neither.
     *
     * @param file name of the stream in rejections
     * @param stream is read on another thread
     * @param rejects keeps the documents that cannot be decoded; called by the calling thread
     * @param listener is given each rejection, and the counts after each batch, by the calling
     *     thread
     * @param stop ends the import after the batch that is being recorded; documents that were read
     *     and not recorded are not counted
     * @throws IOException if the stream cannot be read, or a rejected document cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written
     */
    public ImportSummary importFrom(
            String file,
            InputStream stream,
            RejectedDocuments rejects,
            ImportListener listener,
            StopSignal stop)
            throws IOException {
        BatchQueue queue = new BatchQueue();
        BatchRecorder recorder = new BatchRecorder(ledger, rejects, listener);
        BatchBuilder batches = new BatchBuilder(file, account, runtime.clock(), queue);
        Semaphore ended = new Semaphore(0);
        Runnable close = queue::close;
        stop.onRequest(close);
        runtime.workers()
                .execute(() -> {
                    batches.read(stream, reader);
                    ended.release();
                });
        try {
            recordAll(queue, recorder);
        } finally {
            stop.forget(close);
            queue.close();
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
