package io.genledger.ports.usecase.intake;

import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.DocumentSplitter;
import io.genledger.ports.document.MetadataDecoder;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.document.RejectedDocuments;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import java.io.IOException;
import java.io.InputStream;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Records saved documents: records of generations, and completions with inline usage, which is
 * provisional until the record is collected. Documents that cannot be decoded are kept as rejected.
 */
public final class ImportDocuments {

    private static final int BATCH_DOCUMENTS = 1_000;
    private static final int BATCH_BYTES = 16 << 20;
    private static final byte[] LINE_END = {'\n'};

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
     * failure are recorded.
     *
     * @param file name of the stream in rejections
     * @param rejects keeps the bytes of documents that cannot be decoded
     * @param rejections is given each rejection
     * @throws IOException if the stream cannot be read, or a rejected document cannot be kept
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be written
     */
    public ImportSummary importFrom(
            String file,
            InputStream stream,
            RejectedDocuments rejects,
            Consumer<Rejection> rejections)
            throws IOException {
        Run run = new Run(file, rejects, rejections);
        try {
            splitter.split(stream, run);
        } finally {
            run.flush();
        }
        return run.summary();
    }

    /** One import: the present batch, and counts of the batches before. */
    private final class Run implements DocumentSplitter.Pieces {

        private final String file;
        private final RejectedDocuments rejects;
        private final Consumer<Rejection> rejections;
        private final List<Recording> batch = new ArrayList<>();
        private long batchBytes;
        private long recorded;
        private long unchanged;
        private long rejected;
        private long inline;
        private long superseded;

        Run(String file, RejectedDocuments rejects, Consumer<Rejection> rejections) {
            this.file = file;
            this.rejects = rejects;
            this.rejections = rejections;
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
                rejects.keep(bytes);
                rejects.keep(LINE_END);
                reject(new Rejection(file, faultLine, undecodable.field(), undecodable.reason()));
            }
            if (batch.size() >= BATCH_DOCUMENTS || batchBytes >= BATCH_BYTES) {
                flush();
            }
        }

        @Override
        public void unreadable(long line, String problem) {
            reject(new Rejection(file, line, Optional.empty(), problem));
        }

        @Override
        public void unreadableBytes(byte[] bytes) throws IOException {
            rejects.keep(bytes);
        }

        private void reject(Rejection rejection) {
            rejected++;
            rejections.accept(rejection);
        }

        void flush() {
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
        }

        private void count(Recording recording, Ledger.Outcome outcome) {
            switch (outcome) {
                case RECORDED, REVISED, REPLACED -> {
                    recorded++;
                    inline += recording.entry().isInline() ? 1 : 0;
                }
                case UNCHANGED -> unchanged++;
                case SUPERSEDED -> superseded++;
            }
        }

        ImportSummary summary() {
            return new ImportSummary(recorded, unchanged, rejected, inline, superseded);
        }
    }
}
