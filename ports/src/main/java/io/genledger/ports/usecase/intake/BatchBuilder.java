package io.genledger.ports.usecase.intake;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.Generation;
import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.ledger.LedgerEntry;
import io.genledger.ports.document.Contents;
import io.genledger.ports.document.DocumentReader;
import io.genledger.ports.document.ForeignKind;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Ledger;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.files.FileContents;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Puts the contents of files into batches of bounded memory. */
final class BatchBuilder implements Contents, ImportFiles.Visitor {

    /**
     * Large, because a ledger touches each of its sums once a batch; not larger, because the
     * garbage collector copies the batches in memory.
     */
    private static final int BATCH_DOCUMENTS = 2_000;

    private static final int BATCH_BYTES = 16 << 20;

    /** The decoded form of an undocumented field, which may be as short as {@code "a":1}. */
    private static final int UNKNOWN_FIELD_BYTES = 200;

    private final AccountName account;
    private final InstantSource clock;
    private final BatchQueue queue;
    private final DocumentReader reader;
    private final Function<List<Recording>, Ledger.Prepared> prepare;
    private final Map<ForeignKind, Long> foreign = new EnumMap<>(ForeignKind.class);
    private String file = "";
    private long ofFile;
    private Instant receivedAt;
    private List<Batch.Step> steps = new ArrayList<>();
    private List<Recording> recordings = new ArrayList<>();
    private int documents;
    private long bytes;

    /**
     * @param account the account of the generations
     * @param prepare prepares the recordings of a batch, while the batch before it is recorded
     */
    BatchBuilder(
            DocumentReader reader,
            AccountName account,
            InstantSource clock,
            Function<List<Recording>, Ledger.Prepared> prepare,
            BatchQueue queue) {
        this.reader = reader;
        this.prepare = prepare;
        this.account = account;
        this.clock = clock;
        this.queue = queue;
        this.receivedAt = clock.instant();
    }

    /**
     * Puts all batches of {@code files} into the queue. A failure ends the last of them; it is not
     * thrown. Ends early if the queue is closed.
     */
    void read(ImportFiles files) {
        Optional<Throwable> end = Optional.empty();
        try {
            files.forEach(this);
        } catch (IOException | RuntimeException | Error failure) {
            end = Optional.of(failure);
        }
        queue.putLast(new Batch(steps, prepare.apply(recordings), true, true, end));
    }

    @Override
    public void file(String name, InputStream stream) throws IOException {
        file = name;
        ofFile = 0;
        foreign.clear();
        steps.add(recorder -> recorder.begin(name));
        boolean isWhole = false;
        try {
            reader.read(new TimedStream(stream), () -> receivedAt, this);
            isWhole = true;
        } finally {
            FileContents contents = new FileContents(name, ofFile, foreign, isWhole);
            steps.add(recorder -> recorder.end(contents));
            count();
        }
    }

    @Override
    public void unreadable(String name, String reason) {
        steps.add(recorder -> recorder.unreadable(name, reason));
        count();
    }

    /** Queues the id, too, if only its record can state the spend. */
    @Override
    public void generation(
            long line, InputKind kind, MetadataDocument document, Generation generation) {
        putIfFull(true);
        Recording recording = new Recording(LedgerEntry.of(generation), document, account);
        recordings.add(recording);
        steps.add(recorder -> recorder.add(line, kind, recording));
        bytes += document.size();
        bytes += (long) UNKNOWN_FIELD_BYTES * generation.shape().unknown().size();
        if (recording.entry().isProvisional() && recording.entry().posting().spend().isEmpty()) {
            steps.add(recorder -> recorder.toCollect(kind, generation.id()));
        }
        countDocument();
    }

    @Override
    public void toCollect(long line, InputKind kind, GenerationId id) {
        steps.add(recorder -> recorder.toCollect(line, kind, id));
        countDocument();
    }

    @Override
    public void skipped(long line, InputKind kind) {
        steps.add(recorder -> recorder.skip(line, kind));
        countDocument();
    }

    @Override
    public void note(long line, String sentence) {
        String noted = file;
        steps.add(recorder -> recorder.note(noted, line, sentence));
        count();
    }

    /** Counted for the whole file, because a log may have a million of them. */
    @Override
    public void foreign(long line, ForeignKind kind) {
        foreign.merge(kind, 1L, Long::sum);
        countDocument();
    }

    @Override
    public void rejected(long line, Optional<String> field, String reason) {
        putIfFull(true);
        Rejection rejection = new Rejection(file, line, field, reason);
        steps.add(recorder -> recorder.reject(rejection));
        documents++;
        ofFile++;
    }

    @Override
    public void rejectedBytes(byte[] part) {
        append(part);
        putIfFull(false);
    }

    private void countDocument() {
        ofFile++;
        count();
    }

    private void count() {
        documents++;
        putIfFull(true);
    }

    private void append(byte[] part) {
        steps.add(recorder -> recorder.append(part));
        bytes += part.length;
    }

    private void putIfFull(boolean isWhole) {
        boolean isFull = bytes >= BATCH_BYTES || (isWhole && documents >= BATCH_DOCUMENTS);
        if (isFull) {
            queue.put(
                    new Batch(steps, prepare.apply(recordings), isWhole, false, Optional.empty()));
            steps = new ArrayList<>();
            recordings = new ArrayList<>();
            documents = 0;
            bytes = 0;
        }
    }

    /**
     * Notes the time of each read, which is the time of receipt of its documents. To ask the clock
     * for each document would take longer than to copy it.
     */
    private final class TimedStream extends FilterInputStream {

        TimedStream(InputStream stream) {
            super(stream);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            receivedAt = clock.instant();
            return next;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int count = super.read(target, from, length);
            receivedAt = clock.instant();
            return count;
        }
    }
}
