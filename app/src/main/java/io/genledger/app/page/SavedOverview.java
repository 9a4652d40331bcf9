package io.genledger.app.page;

import io.genledger.app.Application;
import io.genledger.app.option.UsageException;
import io.genledger.app.option.plan.AllowanceOption;
import io.genledger.app.view.json.Forms;
import io.genledger.app.view.queue.LedgerStatusView;
import io.genledger.app.view.spend.ReportWriter;
import io.genledger.domain.ledger.Trust;
import io.genledger.domain.period.TimeRange;
import io.genledger.domain.report.SpendQuery;
import io.genledger.domain.report.TextPattern;
import io.genledger.ports.usecase.report.SpendRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The overview of a report: the answers to the questions of the page's modules overview-data.js and
 * overview-slow.js.
 */
public final class SavedOverview {

    /** The figures of rows and buckets. */
    static final String FIGURES =
            "requests,spend,tokens,cache-saving,cache-hit-rate,price-per-million,tokens-per-second,"
                    + "provisional,unknown,unknown-cache-saving";

    /** The largest values, which have a series in the chart. */
    static final int TOP = 7;

    /** Percentiles of more generations are not read. */
    static final long MOST_READ = 300_000;

    private static final String TIMES = "latency-p50,latency-p95";

    private final Application application;
    private final SpendRequest request;
    private final Instant now;
    private final Shown shown;
    private final OverviewQuestions questions;
    private final List<Answer> answers = new ArrayList<>();

    /**
     * @param request the report; its dimensions are one other than time, or one time, or both
     * @param now the present
     * @throws UsageException if the overview cannot show the report
     */
    public SavedOverview(Application application, SpendRequest request, Instant now) {
        this.application = application;
        this.request = known(request, now);
        this.now = now;
        this.shown = Shown.of(request.query());
        this.questions = new OverviewQuestions(application, this.request.query(), now);
    }

    /** Of a moment to come the ledger knows what it knows now. */
    private static SpendRequest known(SpendRequest request, Instant now) {
        return request.query().asOf().filter(moment -> !moment.isBefore(now)).isEmpty()
                ? request
                : new SpendRequest(
                        request.query().asOfNow(),
                        request.comparison(),
                        request.limits(),
                        request.needsWholeSpend());
    }

    /**
     * Asks all questions.
     *
     * @param ledger the name of the ledger
     * @param table receives the report by the dimension that is no time
     * @param bucketTable receives the report by time
     */
    public Contents read(String ledger, ReportWriter table, ReportWriter bucketTable) {
        AnsweredReport values = values(table);
        Instant until = values.head().until().orElse(now);
        Instant since = since(values).filter(one -> one.isBefore(until)).orElse(until);
        questions.since(since);
        Buckets buckets = Buckets.of(since, until, request.query().zone(), shown.unit());
        String unit = buckets.unit().label();
        AnsweredReport total = total(unit, bucketTable);
        series(unit, values);
        if (total.end().missing().provisional() > 0) {
            add(Map.of("by", "trust", "columns", "spend"), Map.of());
        }
        if (total.end().missing().generations() == 0) {
            answers.add(new Answer("generations", Map.of(), questions.newest()));
        } else {
            total.head().comparedWith().ifPresent(this::changes);
            findings(since, until, total.head().comparedWith());
            if (total.end().missing().generations() <= MOST_READ) {
                percentiles(unit, values);
            }
        }
        answers.add(new Answer("colours", Map.of(), questions.colours(shown.by())));
        return new Contents(state(ledger, buckets), List.copyOf(answers));
    }

    /** The first moment of the report, or the day of its first generation if it has none. */
    private Optional<Instant> since(AnsweredReport values) {
        if (values.head().since().isPresent()) {
            return values.head().since();
        }
        return questions.report("day", "requests", Map.of("limit", List.of("1"))).values().stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(day -> LocalDate.parse(day).atStartOfDay(request.query().zone()).toInstant());
    }

    /** The rows of all values that are listed, and those of the largest if there are more. */
    private AnsweredReport values(ReportWriter table) {
        Map<String, String> asked = Map.of("by", shown.by().label(), "columns", FIGURES);
        AnsweredReport all =
                questions.report(shown.by().label(), FIGURES, largest(listed()), table);
        if (all.values().size() > TOP) {
            add(with(asked, "top", String.valueOf(TOP)), largest(TOP));
        }
        answers.add(new Answer("report", asked, all.json()));
        return all;
    }

    private long listed() {
        return Math.min(request.limits().top(), request.limits().rows());
    }

    private static Map<String, List<String>> largest(long most) {
        return most == Long.MAX_VALUE
                ? Map.of("order", List.of("spend"))
                : Map.of("order", List.of("spend"), "top", List.of(String.valueOf(most)));
    }

    /** The rows of buckets, and those of the range before. */
    private AnsweredReport total(String unit, ReportWriter table) {
        Map<String, String> asked = Map.of("by", unit, "columns", FIGURES);
        Map<String, List<String>> compared =
                request.comparison()
                        .map(one -> Map.of("compare", List.of(Forms.code(one))))
                        .orElse(Map.of());
        AnsweredReport total = questions.report(unit, FIGURES, compared, table);
        total.head()
                .comparedWith()
                .ifPresent(before -> add(with(asked, "since", since(before)), rangeOf(before)));
        answers.add(new Answer("report", asked, total.json()));
        return total;
    }

    private static Map<String, List<String>> rangeOf(TimeRange range) {
        return Map.of(
                "since", List.of(range.since().orElseThrow().toString()),
                "until", List.of(range.until().orElseThrow().toString()));
    }

    /** The first moment of a range as the API writes it. */
    private static String since(TimeRange range) {
        return Forms.instant(range.since().orElseThrow());
    }

    /** The spend of the largest values in each bucket. */
    private void series(String unit, AnsweredReport values) {
        List<String> patterns = patterns(values, false);
        if (!patterns.isEmpty()) {
            add(
                    Map.of("by", unit + "," + shown.by().label(), "columns", "spend"),
                    Map.of(shown.by().label(), patterns));
        }
    }

    /** The changes of all values that are listed, and what of the range before is unknown. */
    private void changes(TimeRange before) {
        String by = shown.by().label();
        Map<String, List<String>> compared = new LinkedHashMap<>(largest(listed()));
        compared.put("compare", List.of(Forms.code(request.comparison().orElseThrow())));
        add(Map.of("by", by, "columns", "requests,spend,spend-before,change"), compared);
        String unknown = Forms.code(Trust.UNKNOWN);
        Map<String, List<String>> range = new LinkedHashMap<>(rangeOf(before));
        range.put("trust", List.of(unknown));
        add(Map.of("by", by, "columns", "requests", "trust", unknown), range);
    }

    private void percentiles(String unit, AnsweredReport values) {
        add(Map.of("by", unit, "columns", TIMES), Map.of());
        Map<String, String> asked = Map.of("by", shown.by().label(), "columns", "spend," + TIMES);
        if (values.values().size() > TOP || values.end().omittedRows() > 0) {
            List<String> others = new ArrayList<>(questions.patterns(shown.by()));
            others.addAll(patterns(values, true));
            add(with(asked, "top", "1"), Map.of("top", List.of("1"), shown.by().label(), others));
        }
        add(asked, largest(listed()));
    }

    /** The patterns that select the largest values, or exclude them. */
    private static List<String> patterns(AnsweredReport values, boolean exclude) {
        return values.values().stream()
                .limit(TOP)
                .map(value -> new TextPattern(exclude, List.of(value.orElse(""))).toString())
                .toList();
    }

    /** The findings; those of an earlier moment are not known. */
    private void findings(Instant since, Instant until, Optional<TimeRange> before) {
        if (request.query().asOf().isPresent()) {
            answers.add(new Answer("findings", Map.of(), "null"));
            return;
        }
        before.ifPresent(range ->
                answers.add(
                        new Answer(
                                "findings",
                                Map.of("since", since(range)),
                                questions.findings(
                                        range.since().orElseThrow(),
                                        range.until().orElseThrow()))));
        answers.add(new Answer("findings", Map.of(), questions.findings(since, until)));
    }

    /**
     * Asks for the report of {@code asked}; {@code others} are parameters that do not tell it from
     * others.
     */
    private void add(Map<String, String> asked, Map<String, List<String>> others) {
        answers.add(
                new Answer(
                        "report",
                        asked,
                        questions
                                .report(
                                        String.valueOf(asked.get("by")),
                                        String.valueOf(asked.get("columns")),
                                        others)
                                .json()));
    }

    private static Map<String, String> with(Map<String, String> asked, String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(asked);
        more.put(name, value);
        return more;
    }

    private SavedState state(String ledger, Buckets buckets) {
        SpendQuery query = request.query();
        LedgerStatusView status =
                LedgerStatusView.of(
                        ledger,
                        application.settings().timezone(),
                        application
                                .readStatus()
                                .read(
                                        now,
                                        new AllowanceOption().plans(application.byokAllowances())),
                        Optional.empty());
        return new SavedState(
                new SavedState.State(
                        buckets.from(),
                        buckets.to(),
                        request.comparison().map(Forms::code).orElse("none"),
                        shown.by().label(),
                        buckets.unit().label(),
                        query.filters().stream()
                                .flatMap(filter -> SavedState.Filter.of(filter).stream())
                                .toList()),
                SavedState.Ledger.of(status, query.asOf()),
                query.zone().getId(),
                now,
                query.asOf());
    }

    /**
     * What a file holds.
     *
     * @param state what it says of itself
     * @param answers the first that fits a question is its answer
     */
    public record Contents(SavedState state, List<Answer> answers) {}
}
