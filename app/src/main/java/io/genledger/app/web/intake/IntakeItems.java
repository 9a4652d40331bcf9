package io.genledger.app.web.intake;

import io.genledger.app.view.intake.ImportView;
import io.genledger.app.view.intake.IntakeItemView;
import io.genledger.app.view.intake.IntakeOutcome;
import io.genledger.app.view.intake.IntakeView;
import io.genledger.app.view.intake.UnreadableView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.InputKind;
import io.genledger.ports.ledger.LedgerUnavailableException;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.quarantine.RejectsKept;
import io.genledger.ports.usecase.intake.ImportCount;
import io.genledger.ports.usecase.intake.ImportListener;
import io.genledger.ports.usecase.intake.ImportSummary;
import io.genledger.ports.usecase.intake.files.FileContents;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Notes what became of the items of one request. For use by one thread. */
final class IntakeItems implements ImportListener {

    private final List<IntakeItemView> items = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<UnreadableView> unreadable = new ArrayList<>();
    private ImportSummary summary = ImportSummary.NOTHING;
    private long unreadableFiles;
    private boolean isTruncated;

    @Override
    public void begun(String file) {
        // A request has one body, which its sender knows.
    }

    @Override
    public void document(
            long line, InputKind kind, Optional<GenerationId> id, ImportCount outcome) {
        add(new IntakeItemView(line, Optional.of(kind), id, IntakeOutcome.of(outcome)));
    }

    /** Ends the request, which its sender can send again: it is not to wait for minutes. */
    @Override
    public void ledgerUnavailable(String reason) {
        throw LedgerUnavailableException.transientFailure(reason, null);
    }

    void tracked(long line, GenerationId id) {
        add(new IntakeItemView(line, Optional.empty(), Optional.of(id), IntakeOutcome.TRACKED));
    }

    @Override
    public void rejected(Rejection rejection) {
        add(
                new IntakeItemView(
                        rejection.line(),
                        Optional.empty(),
                        Optional.empty(),
                        IntakeOutcome.REJECTED,
                        Optional.of(
                                rejection.field().map(field -> field + ": ").orElse("")
                                        + rejection.reason())));
        if (rejections.size() < ImportView.REJECTS) {
            rejections.add(rejection);
        }
    }

    private void add(IntakeItemView item) {
        if (items.size() < IntakeView.ITEMS) {
            items.add(item);
        } else {
            isTruncated = true;
        }
    }

    @Override
    public void noted(String file, long line, String sentence) {
        // The cost of a batch belongs to no item of the answer.
    }

    @Override
    public void ended(FileContents contents) {
        // The counts say what was found.
    }

    @Override
    public void unreadable(String file, String reason) {
        unreadableFiles++;
        if (unreadable.size() < ImportView.FILES) {
            unreadable.add(new UnreadableView(file, reason));
        }
    }

    @Override
    public void recorded(ImportSummary soFar) {
        summary = soFar;
    }

    IntakeView view(RejectsKept kept) {
        return new IntakeView(
                items.stream().sorted(Comparator.comparingLong(IntakeItemView::line)).toList(),
                isTruncated,
                ImportView.of(
                        false,
                        summary,
                        unreadable,
                        unreadableFiles,
                        kept,
                        Optional.empty(),
                        rejections));
    }
}
