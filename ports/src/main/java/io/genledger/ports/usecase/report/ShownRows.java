package io.genledger.ports.usecase.report;

import io.genledger.ports.usecase.report.ReportedRow.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Passes on the rows that are shown, and sums up the others. */
final class ShownRows implements Consumer<ReportedRow> {

    private final RowLimits limits;
    private final boolean hasSubtotals;
    private final Consumer<ReportedRow> next;

    private long groups;
    private long shown;
    private long omitted;
    private boolean isGroupShown;
    private Optional<ReportedRow> otherGroups = Optional.empty();
    private Optional<ReportedRow> otherRows = Optional.empty();

    ShownRows(RowLimits limits, boolean hasSubtotals, Consumer<ReportedRow> next) {
        this.limits = limits;
        this.hasSubtotals = hasSubtotals;
        this.next = next;
    }

    @Override
    public void accept(ReportedRow row) {
        boolean beginsGroup = !hasSubtotals || row.kind() == Kind.SUBTOTAL;
        if (beginsGroup) {
            endGroup();
            isGroupShown = groups < limits.top() && shown < limits.rows();
        }
        if (isGroupShown && shown < limits.rows()) {
            groups += beginsGroup ? 1 : 0;
            shown++;
            next.accept(row);
            return;
        }
        omitted++;
        if (beginsGroup) {
            otherGroups = Optional.of(sum(otherGroups, row, List.of()));
        } else if (isGroupShown) {
            otherRows = Optional.of(sum(otherRows, row, row.row().group().subList(0, 1)));
        }
    }

    private static ReportedRow sum(
            Optional<ReportedRow> others, ReportedRow row, List<Optional<String>> group) {
        return others.orElseGet(() -> ReportedRow.none(Kind.OTHER, group, row.before())).plus(row);
    }

    private void endGroup() {
        otherRows.filter(others -> limits.sumsOthers()).ifPresent(next);
        otherRows = Optional.empty();
    }

    /** Passes on the sums of the rows that were not shown. */
    void end() {
        endGroup();
        otherGroups.filter(others -> limits.sumsOthers()).ifPresent(next);
    }

    long shown() {
        return shown;
    }

    long omitted() {
        return omitted;
    }
}
