package io.genledger.app.web.browser;

import static io.genledger.app.web.browser.Read.amount;
import static io.genledger.app.web.browser.Read.count;
import static io.genledger.app.web.browser.Read.decimal;
import static io.genledger.app.web.browser.Read.printed;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/**
 * Every figure of the page is that which the command prints for the same question, to the digit.
 */
class SameFiguresAsCommandsTest extends PageTest {

    private static final String FIGURES =
            "spend,requests,tokens,cache-saving,cache-hit-rate,price-per-million,tokens-per-second,"
                    + "provisional,unknown,latency-p50,latency-p95";

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    private static final Pattern BAR =
            Pattern.compile(
                    "(\\w{3} \\d+ \\w{3} \\d{4})(?:, unfinished, until [\\d:]+)?: (at least )?([^"
                            + " ]+?)(?:, (\\w{3} \\d+ \\w{3} \\d{4}): (at least )?([^ ]+))?");

    /** The cells of each row of a table, each as its title and its text. */
    private static final String CELLS =
            """
            rows => [...document.querySelectorAll(rows)].map(row =>
              [...row.children].map(cell => (cell.title || cell.querySelector('[title]:not(bdi, abbr)')?.title || '') + '|' + cell.textContent.replace(/\\s+/g, ' ').trim()).join('\\n'))
            """;

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void theOverview(String zone) {
        JsonNode report = report(zone, "--by", "model", "--top", "7", "--order", "spend");
        JsonNode compared = report(zone, "--by", "day", "--compare", "previous");
        JsonNode before = before(zone, compared);

        tab.open("/?exact=1&zone=" + zone);

        figures(report, before.path("totals"));
        List<List<String>> rows = cells("table.models tbody tr, table.models tfoot tr");
        assertThat(rows).hasSize(report.path("rows").size() + 1);
        for (int i = 0; i < report.path("rows").size(); i++) {
            JsonNode row = report.path("rows").get(i);
            if (row.path("kind").asString().equals("group")) {
                assertThat(rows.get(i).getFirst()).endsWith("|" + row.path("model").asString());
                isRow(rows.get(i), row);
            } else {
                assertThat(rows.get(i).getFirst())
                        .contains("Rest " + report.path("omittedRows").asInt() + " more");
                isRow(rows.get(i), rest(zone, report.path("rows")));
            }
        }
        isRow(rows.getLast(), report.path("totals"));
        changes(rows, zone);
        bars(compared, before);
    }

    /** The column of changes is that of the compared report. */
    private void changes(List<List<String>> rows, String zone) {
        JsonNode compared =
                printed(
                        server,
                        "report",
                        "--timezone",
                        zone,
                        "--last",
                        "28d",
                        "--top",
                        "7",
                        "--compare",
                        "previous",
                        "--columns",
                        "spend,spend-before,change");
        assertThat(compared.path("rows").size()).isEqualTo(rows.size() - 1);
        for (int i = 0; i < rows.size(); i++) {
            String cell = rows.get(i).get(4);
            JsonNode row =
                    i < rows.size() - 1 ? compared.path("rows").get(i) : compared.path("totals");
            assertThat(amount(title(cell))).isEqualByComparingTo(decimal(row.path("change")));
            assertThat(amount(text(cell).replaceAll("new|[~+]", "")))
                    .isEqualByComparingTo(decimal(row.path("change")));
            assertThat(text(cell).startsWith("new"))
                    .isEqualTo(decimal(row.path("spendBefore")).signum() == 0);
        }
    }

    private void figures(JsonNode report, JsonNode before) {
        JsonNode totals = report.path("totals");
        List<String> values = tab.texts(".tile .value");
        List<String> notes = tab.texts(".tile .delta");

        assertThat(amount(values.get(0))).isEqualByComparingTo(decimal(totals.path("spend")));
        assertThat(notes.get(0)).contains("was " + Read.cut(decimal(before.path("spend"))));
        assertThat(count(values.get(1))).isEqualTo(totals.path("requests").asLong());
        assertThat(notes.get(1)).contains("was %,d".formatted(before.path("requests").asLong()));
        assertThat(count(tab.find(".tile .value").nth(2).getAttribute("title")))
                .isEqualTo(totals.path("tokens").asLong());
        assertThat(amount(tab.find(".tile .value").nth(3).getAttribute("title")))
                .isEqualByComparingTo(decimal(totals.path("cacheSaving")));
        assertThat(count(values.get(4))).isEqualTo(totals.path("unknownSpend").asLong());
        assertThat(count(values.get(5))).isEqualTo(totals.path("provisional").asLong());
        assertThat(count(values.get(7))).isEqualTo(report.at("/missing/pending").asLong());
        assertThat(tab.find(".missing").textContent())
                .contains(report.at("/missing/pending").asLong() + " tracked");
    }

    private static void isRow(List<String> cells, JsonNode row) {
        assertThat(amount(text(cells.get(1)))).isEqualByComparingTo(decimal(row.path("spend")));
        assertThat(amount(title(cells.get(1)))).isEqualByComparingTo(decimal(row.path("spend")));
        assertThat(count(text(cells.get(5)))).isEqualTo(row.path("requests").asLong());
        assertThat(count(title(cells.get(6)))).isEqualTo(row.path("tokens").asLong());
        assertThat(amount(title(cells.get(7))))
                .isEqualByComparingTo(decimal(row.path("pricePerMillion")));
        assertThat(text(cells.get(8)))
                .isEqualTo(
                        decimal(row.path("cacheHitRate"))
                                        .movePointRight(2)
                                        .setScale(1, RoundingMode.HALF_EVEN)
                                + " %");
        isSeconds(text(cells.get(9)), row.path("latencyP50Ms"));
        isSeconds(text(cells.get(10)), row.path("latencyP95Ms"));
        assertThat(new BigDecimal(text(cells.get(11))))
                .isEqualTo(
                        decimal(row.path("tokensPerSecond")).setScale(1, RoundingMode.HALF_EVEN));
    }

    /** Two decimals of a second are all that is shown of milliseconds. */
    private static void isSeconds(String shown, JsonNode ms) {
        assertThat(
                        new BigDecimal(shown)
                                .movePointRight(3)
                                .subtract(new BigDecimal(ms.asLong()))
                                .abs())
                .isLessThanOrEqualTo(BigDecimal.valueOf(5));
    }

    private void bars(JsonNode report, JsonNode before) {
        Map<String, BigDecimal> now = byDay(report), then = byDay(before);
        int seen = 0;
        for (String name :
                tab.evaluate(
                        "() => [...document.querySelectorAll('.bar')].map(one => one.ariaLabel)")) {
            Matcher bar = BAR.matcher(name);
            assertThat(name).matches(BAR);
            assertThat(bar.matches()).isTrue();
            assertThat(amount(bar.group(3)))
                    .as(name)
                    .isEqualByComparingTo(now.getOrDefault(day(bar.group(1)), BigDecimal.ZERO));
            assertThat(amount(bar.group(6)))
                    .as(name)
                    .isEqualByComparingTo(then.getOrDefault(day(bar.group(4)), BigDecimal.ZERO));
            assertThat(bar.group(2) != null).as(name).isEqualTo(isPart(report, bar.group(1)));
            assertThat(bar.group(5) != null).as(name).isEqualTo(isPart(before, bar.group(4)));
            seen++;
        }
        assertThat(seen).isEqualTo(28);
    }

    /** Whether the spend of a generation of that day is unknown. */
    private static boolean isPart(JsonNode report, String shown) {
        for (JsonNode row : report.path("rows")) {
            if (row.path("day").asString().equals(day(shown))) {
                return row.path("unknownSpend").asLong() > 0;
            }
        }
        return false;
    }

    private static String day(String shown) {
        return LocalDate.parse(shown, DAY).toString();
    }

    private static Map<String, BigDecimal> byDay(JsonNode report) {
        Map<String, BigDecimal> all = new HashMap<>();
        report.path("rows")
                .forEach(row -> all.put(row.path("day").asString(), decimal(row.path("spend"))));
        return all;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void theGenerations(String zone) {
        Map<String, JsonNode> listed = new HashMap<>();
        printed(server, "list", "--last", "28d", "--timezone", zone, "--limit", "all")
                .path("rows")
                .forEach(row -> listed.put(row.path("id").asString(), row));
        JsonNode days = report(zone, "--by", "day");

        tab.open("/generations?zone=" + zone);

        assertThat(tab.find(".foot").first().textContent())
                .contains(" of %,d".formatted(listed.size()));
        List<String> ids =
                tab.evaluate(
                        "() => [...document.querySelectorAll('.gens a[data-id]')].map(one =>"
                                + " one.dataset.id)");
        List<List<String>> rows = cells(".gens tbody tr:has(a[data-id])");
        assertThat(ids).hasSizeGreaterThan(20);
        for (int i = 0; i < ids.size(); i++) {
            isGeneration(rows.get(i), Objects.requireNonNull(listed.get(ids.get(i))), zone);
        }
        Map<String, BigDecimal> sums = byDay(days);
        for (List<String> head : cells(".gens tbody tr.day")) {
            String date = text(head.get(0)).replaceFirst("(\\d{4}) .*", "$1");
            assertThat(amount(title(head.get(1)))).isEqualByComparingTo(sums.get(day(date)));
        }
    }

    private static void isGeneration(List<String> cells, JsonNode row, String zone) {
        Instant created = Instant.parse(row.path("created").asString());
        assertThat(text(cells.get(0)))
                .isEqualTo(
                        DateTimeFormatter.ofPattern("HH:mm:ss")
                                .format(created.atZone(ZoneId.of(zone))));
        assertThat(text(cells.get(1))).isEqualTo(row.path("model").asString("not stated"));
        assertThat(text(cells.get(2))).isEqualTo(row.path("provider").asString("–"));
        if (row.path("spend").isNull()) {
            assertThat(text(cells.get(3))).isEqualTo("unknown");
        } else {
            assertThat(amount(text(cells.get(3)))).isEqualByComparingTo(decimal(row.path("spend")));
        }
        if (row.path("tokens").isNull()) {
            assertThat(text(cells.get(4))).isEqualTo("–");
        } else {
            assertThat(count(text(cells.get(4)))).isEqualTo(row.path("tokens").asLong());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void oneGeneration(String zone) {
        JsonNode why = printed(server, "why", GeneratedLedger.DEAREST);

        tab.open("/generation?id=" + GeneratedLedger.DEAREST + "&zone=" + zone);

        assertThat(amount(tab.find(".one-value .amount").textContent()))
                .isEqualByComparingTo(decimal(why.at("/money/spend")));
        assertThat(amount(tab.find(".statement tfoot .num").textContent()))
                .isEqualByComparingTo(decimal(why.at("/money/spend")));
        assertThat(tab.find(".one-sub").textContent())
                .contains(
                        DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss", Locale.ENGLISH)
                                .format(
                                        Instant.parse(why.path("createdAt").asString())
                                                .atZone(ZoneId.of(zone))));
        assertThat(tab.texts(".at-ms")).containsExactly("800\u202fms", "1,600\u202fms");
        assertThat(tab.find(".cols h2").nth(2).textContent())
                .contains(
                        "%,d"
                                .formatted(
                                        why.path("promptTokens").asLong()
                                                + why.path("completionTokens").asLong()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTC", "America/New_York", "Asia/Kathmandu"})
    void health(String zone) {
        JsonNode audit = printed(server, "audit", "--last", "28d", "--timezone", zone);
        JsonNode status = printed(server, "status");

        tab.open("/health?zone=" + zone);

        List<List<String>> rows = cells(".finds tr[id]");
        assertThat(rows).hasSize(audit.path("findings").size()).isNotEmpty();
        for (int i = 0; i < rows.size(); i++) {
            JsonNode found = audit.path("findings").get(i);
            List<String> cells = rows.get(i);
            assertThat(text(cells.getFirst())).startsWith(found.path("code").asString());
            assertThat(count(text(cells.get(1)))).isEqualTo(found.path("count").asLong());
            String money = text(cells.getLast());
            if (money.startsWith("$") || money.startsWith("≥")) {
                assertThat(amount(money)).isEqualByComparingTo(decimal(found.path("atStake")));
            } else if (money.equals("none")) {
                assertThat(decimal(found.path("atStake"))).isZero();
            } else {
                assertThat(money).isEqualTo("unknown");
                assertThat(
                                found.path("atStake").isNull()
                                        || found.path("atStakeUnknown").asLong() > 0)
                        .isTrue();
            }
        }
        assertThat(count(tab.find(".queue .total .num").first().textContent()))
                .isEqualTo(status.at("/pending/ids").asLong());
    }

    private JsonNode report(String zone, String... more) {
        return of(zone, Stream.concat(Stream.of("--last", "28d"), Stream.of(more)));
    }

    /** All models together but those of the rows. */
    private JsonNode rest(String zone, JsonNode rows) {
        Stream<String> others =
                rows.valueStream()
                        .filter(row -> row.path("kind").asString().equals("group"))
                        .flatMap(row -> Stream.of("--model", "!" + row.path("model").asString()));
        return of(zone, Stream.concat(Stream.of("--last", "28d"), others)).path("totals");
    }

    /** The range before, by day. */
    private JsonNode before(String zone, JsonNode compared) {
        JsonNode range = compared.path("comparedWith");
        return of(
                zone,
                Stream.of(
                        "--by",
                        "day",
                        "--since",
                        range.path("since").asString(),
                        "--until",
                        range.path("until").asString()));
    }

    private JsonNode of(String zone, Stream<String> options) {
        return printed(
                server,
                Stream.concat(
                                Stream.of("report", "--timezone", zone, "--columns", FIGURES),
                                options)
                        .toArray(String[]::new));
    }

    private List<List<String>> cells(String rows) {
        return tab.evaluate(CELLS, rows).stream().map(row -> List.of(row.split("\n", -1))).toList();
    }

    private static String title(String cell) {
        return cell.substring(0, cell.indexOf('|'));
    }

    private static String text(String cell) {
        return cell.substring(cell.indexOf('|') + 1);
    }
}
