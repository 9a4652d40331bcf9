package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.render.Numbers;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.ImportView;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One run of {@code import} over its files: names the first rejections of each file and counts the
 * others, because there may be millions.
 */
final class ImportRun {

    private static final int NAMED = 20;

    private final Console console;
    private final ImportDocuments documents;
    private final RejectedDocuments rejects;
    private final Optional<String> rejectsFile;
    private final StopSignal stop;
    private final List<Rejection> first = new ArrayList<>();
    private ImportSummary total = ImportSummary.NOTHING;
    private ImportSummary ofFile = ImportSummary.NOTHING;
    private long rejected;
    private long rejectedBefore;

    /**
     * @param rejects keeps the rejected documents
     * @param rejectsFile the file in which it keeps them; empty for the ledger's quarantine
     * @param stop ends the run after the batch that is being recorded
     */
    ImportRun(
            Console console,
            ImportDocuments documents,
            RejectedDocuments rejects,
            Optional<String> rejectsFile,
            StopSignal stop) {
        this.console = console;
        this.documents = documents;
        this.rejects = rejects;
        this.rejectsFile = rejectsFile;
        this.stop = stop;
    }

    /** Imports {@code files}; reports what is kept, even if it fails. */
    ImportView over(List<InputFile> files) throws IOException {
        try (ImportProgress progress = ImportProgress.of(console, files)) {
            for (InputFile file : files) {
                if (!stop.isRequested()) {
                    importOne(file, progress);
                }
            }
        } finally {
            if (rejected > 0) {
                IntakeText.kept(rejects.kept(), rejected, rejectsFile).forEach(console::note);
            }
        }
        return ImportView.of(total, rejects.kept(), rejectsFile, first);
    }

    private void importOne(InputFile file, ImportProgress progress) throws IOException {
        ofFile = ImportSummary.NOTHING;
        rejectedBefore = rejected;
        ImportListener listener = listener(progress);
        try (InputStream stream = progress.counting(file.open())) {
            ofFile = documents.importFrom(file.name(), stream, rejects, listener, stop);
            if (stop.isRequested()) {
                progress.note(IntakeText.stopped(file.name(), ofFile));
            } else if (ofFile.isEmpty()) {
                progress.note(file.name() + ": no document in it");
            }
        } catch (IOException | LedgerUnavailableException failure) {
            if (!ofFile.isEmpty()) {
                progress.note(IntakeText.stopped(file.name(), ofFile));
            }
            throw failure;
        } finally {
            total = total.plus(ofFile);
            long unnamed = rejected - rejectedBefore - NAMED;
            if (unnamed > 0) {
                progress.note("… and " + Numbers.count(unnamed) + " more");
            }
        }
    }

    private ImportListener listener(ImportProgress progress) {
        return new ImportListener() {
            @Override
            public void rejected(Rejection rejection) {
                rejected++;
                if (rejected - rejectedBefore <= NAMED) {
                    progress.note(IntakeText.of(rejection));
                }
                if (first.size() < ImportView.REJECTS) {
                    first.add(rejection);
                }
            }

            @Override
            public void recorded(ImportSummary soFar) {
                ofFile = soFar;
                progress.show(total.plus(soFar));
            }
        };
    }
}
