package io.genledger.app.cli.ingest;

import io.genledger.app.cli.console.Console;
import io.genledger.app.cli.console.FileErrors;
import io.genledger.app.cli.render.line.ImportText;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.container.Containers;
import io.genledger.app.view.intake.ImportView;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.RejectedDocuments;
import io.genledger.ports.usecase.intake.ImportDocuments;
import io.genledger.ports.usecase.intake.ImportOptions;
import io.genledger.ports.usecase.intake.files.ImportFiles;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Optional;

/** One run of {@code import} over its files. */
final class ImportRun {

    private final Console console;
    private final ImportDocuments documents;
    private final ImportOptions options;
    private final RejectedDocuments rejects;
    private final Optional<String> rejectsFile;
    private final StopSignal stop;
    private final Containers containers = new Containers();

    /**
     * @param rejects keeps the rejected documents
     * @param rejectsFile the file in which it keeps them; empty for the ledger's quarantine
     * @param stop ends the run after the batch that is being recorded
     */
    ImportRun(
            Console console,
            ImportDocuments documents,
            ImportOptions options,
            RejectedDocuments rejects,
            Optional<String> rejectsFile,
            StopSignal stop) {
        this.console = console;
        this.documents = documents;
        this.options = options;
        this.rejects = rejects;
        this.rejectsFile = rejectsFile;
        this.stop = stop;
    }

    /** Imports {@code files}; reports what is kept, even if it fails. */
    ImportView over(List<InputFile> files) throws IOException {
        ImportNotes notes;
        try (ImportProgress progress = ImportProgress.of(console, files)) {
            notes = new ImportNotes(progress);
            importAll(files, progress, notes);
        }
        return notes.view(options.isDryRun(), rejects.kept(), rejectsFile);
    }

    private void importAll(List<InputFile> files, ImportProgress progress, ImportNotes notes)
            throws IOException {
        try {
            documents.importFrom(
                    visitor -> open(files, progress, visitor), options, rejects, notes, stop);
            if (stop.isRequested()) {
                progress.note(ImportText.stopped(notes.summary()));
            }
        } catch (IOException | LedgerUnavailableException failure) {
            if (notes.summary().documents() > 0) {
                progress.note(ImportText.stopped(notes.summary()));
            }
            throw failure;
        } finally {
            notes.end();
            long rejected = notes.summary().rejected();
            if (rejected > 0 && !options.isDryRun()) {
                IntakeText.kept(rejects.kept(), rejected, rejectsFile).forEach(progress::note);
            }
        }
    }

    /** Runs on the thread that reads. */
    private void open(List<InputFile> files, ImportProgress progress, ImportFiles.Visitor visitor)
            throws IOException {
        for (InputFile file : files) {
            if (stop.isRequested()) {
                return;
            }
            try (InputStream stream = progress.counting(file.open())) {
                containers.open(file.name(), stream, visitor);
            } catch (FileSystemException denied) {
                visitor.unreadable(file.name(), FileErrors.reason(denied));
            }
        }
    }
}
