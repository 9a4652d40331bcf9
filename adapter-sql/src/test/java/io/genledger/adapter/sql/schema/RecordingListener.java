package io.genledger.adapter.sql.schema;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.UndecodableDocumentException;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.ledger.Migration;
import io.genledger.ports.ledger.MigrationListener;
import io.genledger.ports.testkit.SampleDecoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Keeps what a migration reports, and fails where it is told to. */
final class RecordingListener implements MigrationListener {

    /** Stands for the end of the process. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final AtomicInteger number = new AtomicInteger();
    private final int lastNumber;
    private final String last;

    private RecordingListener(int lastNumber, String last) {
        this.lastNumber = lastNumber;
        this.last = last;
    }

    /** Never fails. */
    RecordingListener() {
        this(0, "");
    }

    /** Fails at a call of the decoder or this listener, numbered from 1. */
    static RecordingListener killedAt(int number) {
        return new RecordingListener(number, "");
    }

    /** Fails at a call of this listener. */
    static RecordingListener killedAt(String call) {
        return new RecordingListener(0, call);
    }

    /** A migration in batches of one generation. */
    Migration migration() {
        SampleDecoder decoder = new SampleDecoder();
        return new Migration(
                document -> {
                    add("decode");
                    return decoder.decode(document);
                },
                this,
                1);
    }

    List<String> calls() {
        return calls;
    }

    private void add(String call) {
        calls.add(call);
        if (number.incrementAndGet() == lastNumber || call.equals(last)) {
            throw new Killed();
        }
    }

    @Override
    public void begun(Optional<Path> copy) {
        add("begun" + copy.map(path -> " " + path.getFileName()).orElse(""));
    }

    @Override
    public void copied(long done, long all) {
        add("copied %d of %d".formatted(done, all));
    }

    @Override
    public void compared(long done, long all) {
        add("compared %d of %d".formatted(done, all));
    }

    @Override
    public void undecodable(GenerationId id, int revision, UndecodableDocumentException reason) {
        add("undecodable %s %d: %s".formatted(id, revision, reason.reason()));
    }

    @Override
    public void waiting() {
        add("waiting");
    }

    @Override
    public void notCompacted(LedgerUnavailableException reason) {
        add("not compacted");
    }

    @Override
    public void finished() {
        add("finished");
    }
}
