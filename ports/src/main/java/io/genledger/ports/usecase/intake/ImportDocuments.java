package io.genledger.ports.usecase.intake;

import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Records saved documents: records of generations, and completions with inline usage, which is
 * provisional until the record is collected. Documents that cannot be decoded are kept as rejected.
 */
public final class ImportDocuments {

    private static final int BATCH_DOCUMENTS = 1_000;
    private static final int BATCH_BYTES = 16 << 20;

    private final DocumentSplitter splitter;
    private final MetadataDecoder decoder;
    private final Ledger ledger;
    private final InstantSource clock;

    /** Imports into {@code ledger}. */
    public ImportDocuments(
            DocumentSplitter splitter,
            MetadataDecoder decoder,
            Ledger ledger,
            InstantSource clock) {
        this.splitter = splitter;
        this.decoder = decoder;
        this.ledger = ledger;
        this.clock = clock;
    }

    /**
     * Records every document in {@code stream}. If the stream fails, the documents before the
     * failure are recorded. At the latest after the records of their batch, rejected documents are
     * kept, too. A crash may leave either without the other; importing the same stream again
     * doubles neither.
     *
     * @param file name of the stream in rejections
     * @param rejects keeps the documents that cannot be decoded
     * @param listener is given each rejection, and the counts after each batch
     * @throws IOException if the stream cannot be read, or a rejected document cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written
     */
    public ImportSummary importFrom(
            String file, InputStream stream, RejectedDocuments rejects, ImportListener listener)
            throws IOException {
        Run run = new Run(file, rejects, listener);
        try {
            splitter.split(stream, run);
            run.flush();
        } catch (IOException | RuntimeException failure) {
            run.flushAfter(failure);
            throw failure;
        }
        return run.summary();
    }

    /** One import: the present batch, and counts of the batches before. */
    private final class Run implements DocumentSplitter.Pieces {

        private final String file;
        private final RejectedDocuments rejects;
        private final ImportListener listener;
        private final List<Recording> batch = new ArrayList<>();
        private long batchBytes;
        private long recorded;
        private long unchanged;
        private long rejected;
        private long inline;
        private long superseded;
        private long outranked;

        Run(String file, RejectedDocuments rejects, ImportListener listener) {
            this.file = file;
            this.rejects = rejects;
            this.listener = listener;
        }

        @Override
        public void document(long line, byte[] bytes) throws IOException {
            MetadataDocument document =
                    new MetadataDocument(Optional.empty(), bytes, clock.instant());
            try {
                batch.add(new Recording(LedgerEntry.of(decoder.decode(document)), document));
                batchBytes += bytes.length;
            } catch (UndecodableDocumentException undecodable) {
                long faultLine = line + undecodable.line() - 1;
                reject(new Rejection(file, faultLine, undecodable.field(), undecodable.reason()));
                rejects.append(bytes);
            }
            if (batch.size() >= BATCH_DOCUMENTS || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }

        @Override
        public void unreadable(long line, String problem) throws IOException {
            reject(new Rejection(file, line, Optional.empty(), problem));
        }

        @Override
        public void unreadableBytes(byte[] bytes) throws IOException {
            rejects.append(bytes);
        }

        private void reject(Rejection rejection) throws IOException {
            rejected++;
            listener.rejected(rejection);
            rejects.begin(rejection);
        }

        void flush() throws IOException {
            record();
            rejects.commit();
        }

        /** Keeps what was read before {@code failure}; what fails, too, is attached to it. */
        void flushAfter(Exception failure) {
            try {
                flush();
            } catch (IOException | RuntimeException another) {
                failure.addSuppressed(another);
            }
        }

        private void record() {
            if (batch.isEmpty()) {
                return;
            }
            List<Recording> full = List.copyOf(batch);
            // Cleared first, so that the last flush does not repeat a batch that failed.
            batch.clear();
            batchBytes = 0;
            List<Ledger.Outcome> outcomes = ledger.record(full);
            for (int i = 0; i < full.size(); i++) {
                count(full.get(i), outcomes.get(i));
            }
            listener.recorded(summary());
        }

        private void count(Recording recording, Ledger.Outcome outcome) {
            switch (outcome) {
                case RECORDED, REVISED, REPLACED -> {
                    recorded++;
                    inline += recording.entry().isInline() ? 1 : 0;
                }
                case UNCHANGED -> unchanged++;
                case SUPERSEDED -> superseded++;
                case OUTRANKED -> outranked++;
            }
        }

        ImportSummary summary() {
            return new ImportSummary(recorded, unchanged, rejected, inline, superseded, outranked);
        }
    }
}
