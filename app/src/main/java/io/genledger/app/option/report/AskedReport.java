package io.genledger.app.option.report;

import io.genledger.app.option.UsageException;
import io.genledger.app.option.report.ReportOptions.Medium;
import io.genledger.app.view.spend.ReportStream;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.report.Dimension;
import io.genledger.ports.ledger.EntriesPrunedException;
import io.genledger.ports.usecase.report.SpendRequest;
import io.genledger.ports.usecase.report.TooManyGroupsException;
import java.time.Instant;
import java.util.List;

/** The report that options ask for. */
public final class AskedReport {

    private final ReportSource source;
    private final ReportOptions options;
    private final Medium medium;
    private final Instant now;
    private final SpendRequest request;

    /**
     * Reads nothing yet but the zone.
     *
     * @param preset the dimensions before those of {@code --by}
     * @param now the present, from which relative periods are counted
     * @throws UsageException if the options contradict each other
     */
    public AskedReport(
            ReportSource source,
            ReportOptions options,
            List<Dimension> preset,
            Medium medium,
            Instant now) {
        this.source = source;
        this.options = options;
        this.medium = medium;
        this.now = now;
        SpendRequest asked = options.request(preset, source.timezone(), now, medium);
        this.request = asked.with(source.answered(asked.query()));
    }

    /**
     * Reads the report, and passes it to {@code writer}.
     *
     * @throws UsageException if the report has too many groups to compare, or needs pruned entries
     */
    public void write(ReportWriter writer) {
        try {
            ReportStream.write(
                    source.reports(),
                    request,
                    options.form(medium),
                    summary -> source.allowances(options, request.query(), summary, now),
                    writer);
        } catch (TooManyGroupsException tooMany) {
            throw new UsageException("--compare: " + tooMany.getMessage());
        } catch (EntriesPrunedException pruned) {
            throw new UsageException(
                    pruned.getMessage()
                            + "; begin at that time or later (--since), or report whole days by"
                            + " other dimensions, without --as-of and --percentiles");
        }
    }
}
