package io.genledger.ports.usecase.intake;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.files.FileContents;
import io.genledger.ports.usecase.runtime.LedgerWait;
import io.genledger.ports.usecase.track.TrackGenerations;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Records batches, tracks the ids in them, and counts both. */
final class BatchRecorder {

    private final Ledger ledger;
    private final TrackGenerations queue;
    private final ImportOptions options;
    private final RejectedDocuments rejects;
    private final ImportListener listener;
    private final LedgerWait wait;
    private final List<InputKind> kinds = new ArrayList<>();
    private final List<Long> lines = new ArrayList<>();
    private final List<Recording> recordings = new ArrayList<>();
    private final Set<GenerationId> toTrack = new LinkedHashSet<>();
    private final SeenIds seen = new SeenIds(ImportDocuments.MOST_SEEN);
    private final Tally tally = new Tally();

    BatchRecorder(
            Ledger ledger,
            TrackGenerations queue,
            ImportOptions options,
            RejectedDocuments rejects,
            ImportListener listener,
            LedgerWait wait) {
        this.ledger = ledger;
        this.queue = queue;
        this.options = options;
        this.rejects = rejects;
        this.listener = listener;
        this.wait = wait;
    }

    /**
     * Records {@code batch}. If it fails, its documents before the failure are recorded.
     *
     * @throws IOException if a file failed behind it, or a rejected document cannot be kept
     */
    void record(Batch batch) throws IOException {
        try {
            batch.applyTo(this);
            flush(batch.isWhole(), batch.recordings());
        } catch (IOException | RuntimeException failure) {
            flushAfter(failure);
            throw failure;
        }
    }

    void begin(String file) {
        listener.begun(file);
    }

    void end(FileContents contents) {
        tally.count(contents.foreign());
        listener.ended(contents);
    }

    void unreadable(String file, String reason) {
        listener.unreadable(file, reason);
    }

    /** A document to record with its batch. */
    void add(long line, InputKind kind, Recording recording) {
        if (options.isDryRun() && seen.contains(recording.entry().id())) {
            tally.count(kind, ImportCount.REPEATED);
            return;
        }
        lines.add(line);
        kinds.add(kind);
        recordings.add(recording);
        if (options.tracksProvisional() && recording.entry().isProvisional()) {
            toTrack.add(recording.entry().id());
        }
    }

    /** An id to track with its batch, of a document that is not recorded. */
    void toCollect(long line, InputKind kind, GenerationId id) {
        toCollect(kind, id);
        listener.document(line, kind, Optional.of(id), ImportCount.TO_COLLECT);
    }

    /** An id to track with its batch. */
    void toCollect(InputKind kind, GenerationId id) {
        tally.count(kind, ImportCount.TO_COLLECT);
        toTrack.add(id);
    }

    void skip(long line, InputKind kind) {
        tally.count(kind, ImportCount.SKIPPED);
        listener.document(line, kind, Optional.empty(), ImportCount.SKIPPED);
    }

    void note(String file, long line, String sentence) {
        listener.noted(file, line, sentence);
    }

    /** A document that is rejected; its bytes follow. */
    void reject(Rejection rejection) throws IOException {
        tally.reject();
        listener.rejected(rejection);
        wait.written(() -> {
            rejects.begin(rejection);
            return true;
        });
    }

    /** The next bytes of the document that was rejected last. */
    void append(byte[] bytes) throws IOException {
        rejects.append(bytes);
    }

    private void flush(boolean isWhole, Ledger.Prepared prepared) throws IOException {
        // Both are cleared first, so that the last flush does not repeat a batch that failed.
        Set<GenerationId> ids = new LinkedHashSet<>(toTrack);
        toTrack.clear();
        record(prepared);
        track(ids);
        listener.recorded(summary());
        if (isWhole) {
            wait.written(() -> {
                rejects.commit();
                return true;
            });
        }
    }

    /** Keeps what was read before {@code failure}; what fails, too, is attached to it. */
    private void flushAfter(Exception failure) {
        try {
            flush(true, ledger.prepare(List.copyOf(recordings)));
        } catch (IOException | RuntimeException another) {
            failure.addSuppressed(another);
        }
    }

    private void record(Ledger.Prepared prepared) {
        if (recordings.isEmpty()) {
            return;
        }
        List<Recording> full = List.copyOf(recordings);
        List<InputKind> ofFull = List.copyOf(kinds);
        List<Long> placesOfFull = List.copyOf(lines);
        recordings.clear();
        kinds.clear();
        lines.clear();
        List<Ledger.Outcome> outcomes =
                wait.written(() -> options.isDryRun() ? ledger.preview(full) : prepared.record());
        for (int i = 0; i < full.size(); i++) {
            InputKind kind = ofFull.get(i);
            ImportCount count =
                    tally.count(kind, outcomes.get(i), full.get(i).entry().isProvisional());
            GenerationId id = full.get(i).entry().id();
            listener.document(placesOfFull.get(i), kind, Optional.of(id), count);
        }
    }

    /**
     * Tracks after the batch is recorded, because the queue leaves out the ids whose records are
     * recorded. After a crash between the two, the next import of the same files tracks them.
     */
    private void track(Set<GenerationId> ids) {
        if (!ids.isEmpty() && !options.isDryRun()) {
            tally.count(wait.written(() -> queue.track(ids)));
        }
    }

    /** The counts of all batches so far. */
    ImportSummary summary() {
        return tally.summary();
    }
}
