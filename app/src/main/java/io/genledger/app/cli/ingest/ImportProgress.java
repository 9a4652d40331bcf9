package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.RecentRate;
import io.genledger.app.cli.render.WorkProgress;
import io.genledger.ports.usecase.intake.ImportSummary;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The status line of an import on a terminal: how much is done, how fast, and how long it takes.
 */
final class ImportProgress implements AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(100);

    private final Console console;
    private final Optional<Long> size;
    private final WorkProgress work;

    /** Bytes that were read; counted by the thread that reads. */
    private final AtomicLong read = new AtomicLong();

    private final RecentRate rate = new RecentRate("documents");
    private ImportSummary summary = ImportSummary.NOTHING;
    private Instant drawnAt;

    private ImportProgress(Console console, Optional<Long> size) {
        this.console = console;
        this.size = size;
        this.drawnAt = console.monotonic().instant();
        this.work = new WorkProgress(drawnAt, 0);
        rate.note(drawnAt, 0);
        draw();
    }

    /** The progress of an import of {@code files}, of which nothing is read yet. */
    static ImportProgress of(Console console, List<InputFile> files) throws IOException {
        long size = 0;
        for (InputFile file : files) {
            Optional<Long> one = file.size();
            if (one.isEmpty()) {
                return new ImportProgress(console, Optional.empty());
            }
            size += one.get();
        }
        return new ImportProgress(console, Optional.of(size));
    }

    /** {@code stream}, whose bytes count as read once they were read from it. */
    InputStream counting(InputStream stream) {
        return new FilterInputStream(stream) {
            @Override
            public int read() throws IOException {
                return (int) count(super.read(), 1);
            }

            @Override
            public int read(byte[] bytes, int from, int most) throws IOException {
                int length = super.read(bytes, from, most);
                return (int) count(length, length);
            }
        };
    }

    private long count(long result, long bytes) {
        if (result >= 0) {
            read.addAndGet(bytes);
        }
        return result;
    }

    /** Shows the counts of all files so far, if the line is due. */
    void show(ImportSummary soFar) {
        summary = soFar;
        Instant now = console.monotonic().instant();
        if (!now.isBefore(drawnAt.plus(REDRAW))) {
            drawnAt = now;
            rate.note(now, soFar.documents());
            draw();
        }
    }

    /** Writes a note above the line. */
    void note(String text) {
        if (console.redraws()) {
            console.noteAboveStatus(text);
            draw();
        } else {
            console.note(text);
        }
    }

    private void draw() {
        if (console.redraws()) {
            console.status(line());
        }
    }

    private String line() {
        return "importing: "
                + Numbers.count(summary.documents(), "document")
                + size.map(bytes -> WorkProgress.share(read.get(), bytes)).orElse("")
                + "; "
                + rate.at(drawnAt, summary.documents())
                + size.map(bytes -> work.remaining(drawnAt, read.get(), bytes)).orElse("");
    }

    @Override
    public void close() {
        if (console.redraws()) {
            console.status("");
        }
    }
}
