package io.genledger.app.cli.render.html;

import io.genledger.app.cli.render.Times;
import io.genledger.app.cli.render.table.ReportNotes;
import io.genledger.app.page.SavedState;
import io.genledger.app.view.spend.ReportEnd;
import io.genledger.app.view.spend.ReportHead;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The figures of an overview as two tables, with what they cover and what is missing from them. */
public final class OverviewHtml {

    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private static final String NOTHING =
            "The ledger holds no generation here. Give it ids by genledger track --from app.log, or"
                    + " saved responses by genledger import, and make this file again.";

    private final ReportHtml values;
    private final ReportHtml buckets;
    private final String ledger;
    private final Instant now;

    /**
     * @param values the report by a dimension that is no time
     * @param buckets the report by time
     * @param state what the file says of itself
     */
    public OverviewHtml(ReportHtml values, ReportHtml buckets, SavedState state) {
        this.values = values;
        this.buckets = buckets;
        this.ledger = state.ledger().name();
        this.now = state.made();
    }

    /** The title of a document with these figures. */
    public String title() {
        return "Spend of " + Html.text(ledger);
    }

    /** The figures. */
    public String figures() {
        return "<main class=\"figures-only\"><h1>Spend by %s</h1>\n<p>%s</p>\n%s%s<h2>By %s</h2>\n%s</main>"
                .formatted(
                        label(values),
                        Html.text(covered()),
                        values.table(),
                        notes().stream()
                                .map(note -> "<p>" + Html.text(note) + "</p>\n")
                                .collect(Collectors.joining()),
                        label(buckets),
                        buckets.table());
    }

    private static String label(ReportHtml report) {
        return Html.text(report.head().dimensions().get(0).label());
    }

    private String covered() {
        ReportHead head = buckets.head();
        ZoneId zone = ZoneId.of(head.timezone());
        String filters =
                values.head().filters().entrySet().stream()
                        .map(OverviewHtml::filter)
                        .collect(Collectors.joining(""));
        return "%s until %s, days of %s. Ledger %s.%s %s"
                .formatted(
                        head.since().map(one -> minute(one, zone)).orElse(""),
                        minute(head.until().orElse(now), zone),
                        zone,
                        ledger,
                        filters,
                        head.asOf()
                                .map(moment ->
                                        "As of %s, made %s.".formatted(moment, Times.second(now)))
                                .orElse("As of %s.".formatted(Times.second(now))));
    }

    private static String minute(Instant moment, ZoneId zone) {
        return MINUTE.format(moment.atZone(zone));
    }

    private static String filter(Map.Entry<String, List<String>> filter) {
        return " Filter: %s %s.".formatted(filter.getKey(), String.join(" or ", filter.getValue()));
    }

    /** The use of allowances is no matter of the overview. */
    private List<String> notes() {
        ReportEnd end = values.end();
        if (end.missing().generations() == 0
                && end.missing().uncollected() == 0
                && values.head().asOf().isEmpty()) {
            return List.of(NOTHING);
        }
        ReportEnd shown =
                new ReportEnd(
                        end.totals(),
                        end.omittedRows(),
                        Optional.empty(),
                        end.basis(),
                        end.missing(),
                        List.of());
        return ReportNotes.of(values.head(), shown, values.groups());
    }
}
