package io.genledger.app.export;

import io.genledger.app.export.column.FormatRows;
import io.genledger.app.export.column.RowDecoders;
import io.genledger.app.export.file.Checkpoint;
import io.genledger.app.export.file.Compression;
import io.genledger.app.export.file.ExportState;
import io.genledger.app.export.file.NoStateException;
import io.genledger.app.export.file.Parts;
import io.genledger.app.export.file.Target;
import io.genledger.app.export.file.TargetFile;
import io.genledger.app.export.file.Targets;
import io.genledger.ports.export.EntrySpan;
import io.genledger.ports.export.ExportQuery;
import io.genledger.ports.usecase.export.EntryMark;
import io.genledger.ports.usecase.export.ExportGenerations;
import io.genledger.ports.usecase.export.ExportSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Exports to streams and to files, which are complete or not there. */
public final class Exporter {

    private final ExportGenerations generations;
    private final RowDecoders decoders;
    private final RowObserver observer;
    private final StopSignal stop;
    private final Checkpoint checkpoint;

    /**
     * @param observer is told of each row
     * @param stop ends an export; an unfinished file is removed
     */
    public Exporter(
            ExportGenerations generations,
            RowDecoders decoders,
            RowObserver observer,
            StopSignal stop) {
        this(generations, decoders, observer, stop, Checkpoint.NONE);
    }

    Exporter(
            ExportGenerations generations,
            RowDecoders decoders,
            RowObserver observer,
            StopSignal stop,
            Checkpoint checkpoint) {
        this.generations = generations;
        this.decoders = decoders;
        this.observer = observer;
        this.stop = stop;
        this.checkpoint = checkpoint;
    }

    /** Exports to {@code out}, which stays open. */
    public ExportResult toStream(ExportJob job, OutputStream out) throws IOException {
        return write(job, job.query(), only -> out);
    }

    /**
     * Exports to a file, or to several if the format makes parts.
     *
     * @param replaces whether it takes the place of a file of that name
     * @throws java.nio.file.FileAlreadyExistsException if there is a file and it does not
     */
    public ExportResult toFile(ExportJob job, Path path, boolean replaces) throws IOException {
        try (Targets targets = job.format().targets(job, path, replaces, checkpoint)) {
            ExportResult result = write(job, job.query(), targets);
            if (isFinished(result)) {
                checkNoneBehind(job, path, targets.paths().size());
                targets.publish();
            }
            return new ExportResult(
                    result.summary(), result.notes(), targets.paths(), Optional.empty());
        }
    }

    /**
     * Exports to a file what was recorded since the last export with that state.
     *
     * @param stateFile is created by the first export
     * @throws ExportMismatchException if the last export contained something else, or the state is
     *     something else
     * @throws java.nio.file.FileAlreadyExistsException as {@link #toFile}
     */
    public ExportResult toNextFile(ExportJob job, Path stateFile, Path path, boolean replaces)
            throws IOException {
        if (path.toAbsolutePath().normalize().equals(stateFile.toAbsolutePath().normalize())) {
            throw new FileAlreadyExistsException(
                    path.toString(), null, "is the file of --since-last; name another file");
        }
        try (ExportState state = ExportState.open(stateFile, checkpoint)) {
            return toNextFile(job, stateFile, state, new Target(path, replaces, ""));
        } catch (NoStateException somethingElse) {
            throw new ExportMismatchException(
                    stateFile
                            + " is no state of an export: name another file, or remove it to begin"
                            + " anew");
        }
    }

    private ExportResult toNextFile(ExportJob job, Path stateFile, ExportState state, Target asked)
            throws IOException {
        Path path = asked.path();
        checkNoneMissing(state, stateFile, path);
        Optional<Path> resumed = state.resume();
        if (resumed.equals(Optional.of(path.toAbsolutePath()))) {
            return new ExportResult(Optional.empty(), List.of(), List.of(path), resumed);
        }
        EntrySpan span = span(job, state, stateFile);
        Target named = state.target(asked, span.end());
        state.removePartials(named.folder());
        try (TargetFile target = begin(named)) {
            ExportResult result = write(job, job.query().in(span), only -> target.stream());
            if (isFinished(result)) {
                target.complete();
                publish(target, state, named, job.subject(), generations.mark(span.end()));
            }
            return new ExportResult(result.summary(), result.notes(), List.of(path), resumed);
        }
    }

    /** A file that an earlier export with more of them left would look like one of this. */
    private static void checkNoneBehind(ExportJob job, Path path, int files) throws IOException {
        Path behind = job.format().path(path, Integer.toString(files + 1));
        if (job.options().focus().maxRows().isPresent() && Files.exists(behind)) {
            throw new FileAlreadyExistsException(
                    behind.toString(),
                    null,
                    "is of an export with more files: remove it, or name new files");
        }
    }

    /** A file of the missing one's name is written again: the state did not go on without it. */
    private static void checkNoneMissing(ExportState state, Path stateFile, Path path) {
        state.missing()
                .filter(file -> !file.equals(path.toAbsolutePath()))
                .ifPresent(file -> {
                    throw new ExportMismatchException(
                            "%s names %s, which an interrupted export had completed and which"
                                            .formatted(stateFile, file)
                                    + " is missing: put it back (an empty file if its rows are"
                                    + " elsewhere), or export to that name again");
                });
    }

    private TargetFile begin(Target target) throws IOException {
        return TargetFile.begin(target, Compression.ofFile(target.path().toString()), checkpoint);
    }

    /** Once the state names the file, the next export finishes what this one leaves undone. */
    private static void publish(
            TargetFile target, ExportState state, Target named, String subject, EntryMark end)
            throws IOException {
        target.keep(true);
        try {
            state.intend(named, subject, end);
            target.publish();
        } catch (IOException failure) {
            abandonAfter(failure, target, state);
            throw failure;
        }
        state.finish();
    }

    private static void abandonAfter(IOException failure, TargetFile target, ExportState state) {
        try {
            state.abandon();
            target.keep(false);
        } catch (IOException another) {
            failure.addSuppressed(another);
        }
    }

    private EntrySpan span(ExportJob job, ExportState state, Path stateFile) {
        state.subject()
                .filter(subject -> !subject.equals(job.subject()))
                .ifPresent(subject -> {
                    throw new ExportMismatchException(
                            "%s continues an export of %s; this one is of %s: name another file"
                                    .formatted(stateFile, subject, job.subject()));
                });
        EntrySpan span;
        try {
            span = generations.since(state.end().number());
        } catch (IllegalArgumentException fewer) {
            throw notThere(state, stateFile);
        }
        if (!generations.has(state.end())) {
            throw notThere(state, stateFile);
        }
        return span;
    }

    private static ExportMismatchException notThere(ExportState state, Path stateFile) {
        String identity = state.end().identity();
        return new ExportMismatchException(
                "%s continues an export up to entry %d%s, which this ledger does not have: it is"
                                .formatted(
                                        stateFile,
                                        state.end().number(),
                                        identity.isEmpty() ? "" : " (" + identity + ")")
                        + " another ledger, or was restored from a backup; to export it whole,"
                        + " name a new state file");
    }

    private static boolean isFinished(ExportResult result) {
        return result.summary().filter(ExportSummary::finished).isPresent();
    }

    private ExportResult write(ExportJob job, ExportQuery query, Parts parts) throws IOException {
        return write(job.format().rows(parts, decoders, job.options()), query);
    }

    private <R> ExportResult write(FormatRows<R> rows, ExportQuery query) throws IOException {
        ExportSummary summary = generations.export(rows.reading(), query, observer.of(rows), stop);
        return new ExportResult(Optional.of(summary), rows.notes(), List.of(), Optional.empty());
    }
}
