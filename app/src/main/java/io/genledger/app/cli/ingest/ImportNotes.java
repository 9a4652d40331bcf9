package io.genledger.app.cli.ingest;

import io.genledger.app.cli.ingest.rejects.LimitedNotes;
import io.genledger.app.cli.render.Sanitized;
import io.genledger.app.cli.render.line.ImportText;
import io.genledger.app.cli.render.line.IntakeText;
import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.UnreadableView;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.files.FileContents;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Names the first rejections of each file of an import, and the first files of another program, and
 * counts the rest, because there may be millions.
 */
final class ImportNotes implements ImportListener {

    private static final int NAMED = 20;

    private final ImportProgress progress;
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<UnreadableView> unreadable = new ArrayList<>();
    private final LimitedNotes ofFiles = new LimitedNotes(NAMED);
    private LimitedNotes ofFile = new LimitedNotes(NAMED);
    private ImportSummary summary = ImportSummary.NOTHING;
    private long unreadableFiles;

    ImportNotes(ImportProgress progress) {
        this.progress = progress;
    }

    /** The counts of all batches so far. */
    ImportSummary summary() {
        return summary;
    }

    ImportView view(boolean dryRun, RejectsKept kept, Optional<String> rejectsFile) {
        return ImportView.of(
                dryRun, summary, unreadable, unreadableFiles, kept, rejectsFile, rejections);
    }

    @Override
    public void begun(String file) {
        ofFile = new LimitedNotes(NAMED);
    }

    @Override
    public void rejected(Rejection rejection) {
        ofFile.add(IntakeText.of(rejection), progress::note);
        if (rejections.size() < ImportView.REJECTS) {
            rejections.add(rejection);
        }
    }

    @Override
    public void noted(String file, long line, String sentence) {
        ofFile.add(Sanitized.of(file + ":" + line + ": " + sentence), progress::note);
    }

    @Override
    public void ended(FileContents contents) {
        ofFile.end(progress::note);
        ofFile = new LimitedNotes(NAMED);
        contents.foreign()
                .forEach((kind, count) ->
                        ofFiles.add(
                                ImportText.foreign(contents.file(), kind, count), progress::note));
        if (contents.documents() == 0 && contents.isWhole()) {
            ofFiles.add(Sanitized.of(contents.file()) + ": no document in it", progress::note);
        }
    }

    @Override
    public void unreadable(String file, String reason) {
        unreadableFiles++;
        ofFiles.add(Sanitized.of(file + ": " + reason), progress::note);
        if (unreadable.size() < ImportView.FILES) {
            unreadable.add(new UnreadableView(file, reason));
        }
    }

    /** After the last file, notes how many were not named. */
    void end() {
        ofFile.end(progress::note);
        ofFiles.end(progress::note);
    }

    @Override
    public void recorded(ImportSummary soFar) {
        summary = soFar;
        progress.show(soFar);
    }

    @Override
    public void ledgerUnavailable(String reason) {
        progress.note(Sanitized.of(reason) + " (trying again for up to 5 minutes)");
    }
}
