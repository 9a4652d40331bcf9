package io.genledger.ports.usecase.intake;

import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Records batches and counts what was recorded. */
final class BatchRecorder {

    private final Ledger ledger;
    private final RejectedDocuments rejects;
    private final ImportListener listener;
    private final List<Recording> recordings = new ArrayList<>();
    private long recorded;
    private long unchanged;
    private long rejected;
    private long inline;
    private long superseded;
    private long outranked;

    BatchRecorder(Ledger ledger, RejectedDocuments rejects, ImportListener listener) {
        this.ledger = ledger;
        this.rejects = rejects;
        this.listener = listener;
    }

    /**
     * Records {@code batch}. If it fails, its documents before the failure are recorded.
     *
     * @throws IOException if the stream failed behind it, or a rejected document cannot be kept
     */
    void record(Batch batch) throws IOException {
        try {
            batch.applyTo(this);
            flush(batch.isWhole());
        } catch (IOException | RuntimeException failure) {
            flushAfter(failure);
            throw failure;
        }
    }

    /** A document to record with its batch. */
    void add(Recording recording) {
        recordings.add(recording);
    }

    /** A document that is rejected; its bytes follow. */
    void reject(Rejection rejection) throws IOException {
        rejected++;
        listener.rejected(rejection);
        rejects.begin(rejection);
    }

    /** The next bytes of the document that was rejected last. */
    void append(byte[] bytes) throws IOException {
        rejects.append(bytes);
    }

    private void flush(boolean isWhole) throws IOException {
        record();
        if (isWhole) {
            rejects.commit();
        }
    }

    /** Keeps what was read before {@code failure}; what fails, too, is attached to it. */
    private void flushAfter(Exception failure) {
        try {
            flush(true);
        } catch (IOException | RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private void record() {
        if (recordings.isEmpty()) {
            return;
        }
        List<Recording> full = List.copyOf(recordings);
        // Cleared first, so that the last flush does not repeat a batch that failed.
        recordings.clear();
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
                inline += recording.entry().isProvisional() ? 1 : 0;
            }
            case UNCHANGED -> unchanged++;
            case SUPERSEDED -> superseded++;
            case OUTRANKED -> outranked++;
        }
    }

    /** The counts of all batches so far. */
    ImportSummary summary() {
        return new ImportSummary(recorded, unchanged, rejected, inline, superseded, outranked);
    }
}
