package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.genledger.app.web.browser.Read.amount;
import static io.genledger.app.web.browser.Read.decimal;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.options.BoundingBox;
import io.genledger.app.cli.Shell;
import io.genledger.app.web.browser.chromium.Tab;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The chart and the table of the overview, with a pointer. */
class ChartTest extends PageTest {

    private static final String TUESDAY = ".bar[aria-label^='Tue 17 Nov 2026']";

    @Test
    void theTooltipHasEveryDigitOfTheBarAndAddsUp() {
        JsonNode report =
                Read.printed(
                        server,
                        "report",
                        "--since",
                        "2026-11-17",
                        "--until",
                        "2026-11-17",
                        "--timezone",
                        "UTC");
        Map<String, BigDecimal> models = new HashMap<>();
        report.path("rows")
                .forEach(row ->
                        models.put(row.path("model").asString(), decimal(row.path("spend"))));

        tab.open("/?zone=UTC").find(TUESDAY).hover();

        BigDecimal sum = BigDecimal.ZERO;
        for (String row : tab.texts(".tip-table tbody tr")) {
            String name = row.substring(0, row.indexOf('$')).strip();
            BigDecimal amount = amount(row.substring(row.indexOf('$')));
            if (!name.equals("Rest")) {
                assertThat(amount).isEqualByComparingTo(models.get(name));
            }
            sum = sum.add(amount);
        }
        assertThat(sum).isEqualByComparingTo(decimal(report.at("/totals/spend")));
        assertThat(amount(tab.find(".tip .sum td").textContent())).isEqualByComparingTo(sum);
    }

    @Test
    void noBarCoversTheNamesBelowTheAxis() {
        tab.open("/");

        assertThat(
                        tab.evaluate(
                                """
                                () => {
                                  const axis = document.querySelector('.chart .axis').getBoundingClientRect().bottom;
                                  return [...document.querySelectorAll('.bar rect')].filter(one => one.getBoundingClientRect().bottom > axis + 1.5).map(one => one.outerHTML);
                                }
                                """))
                .isEmpty();
    }

    @Test
    void draggingOverDaysShowsTheirSumAndThenThemAlone() {
        tab.open("/");
        BoundingBox first = tab.find(".bar .band").nth(5).boundingBox();
        BoundingBox last = tab.find(".bar .band").nth(9).boundingBox();
        tab.page().mouse().move(first.x + 5, first.y + 50);
        tab.page().mouse().down();
        tab.page().mouse().move(last.x + 5, last.y + 60);
        assertThat(tab.find(".brush text")).containsText("1 Nov – 5 Nov: $");

        tab.press("Escape");
        tab.page().mouse().up();
        assertThat(tab.address()).isEqualTo("/");
        tab.page().mouse().move(first.x + 5, first.y + 50);
        tab.page().mouse().down();
        tab.page().mouse().move(last.x + 5, last.y + 60);
        tab.page().mouse().up();

        assertThat(tab.loaded().address()).isEqualTo("/?from=2026-11-01&to=2026-11-05");
        tab.page().goBack();
        assertThat(tab.loaded().address()).isEqualTo("/");
        assertThat(tab.find(".bar")).hasCount(28);
    }

    @Test
    void theTableIsSortedByAColumnBothWays() {
        tab.open("/");
        Function<Tab, List<Long>> requests =
                shown ->
                        shown.texts("table.models tbody tr:not(.rest) td:nth-of-type(5)").stream()
                                .map(Read::count)
                                .toList();
        tab.find("th button", "Requests").click();
        assertThat(tab.find("th[aria-sort=descending]")).containsText("Requests");
        assertThat(requests.apply(tab)).isSortedAccordingTo(Comparator.reverseOrder());

        tab.find("th button", "Requests").click();

        assertThat(tab.find("th[aria-sort=ascending]")).containsText("Requests");
        assertThat(requests.apply(tab)).isSorted();
        assertThat(tab.address()).isEqualTo("/?sort=requests:asc");
        assertThat(tab.find(".part")).hasText("The 7 largest by requests, sorted by Requests.");
        tab.find("th button", "Spend").click();
        assertThat(tab.loaded().find(".part")).hasCount(0);
        tab.find("th button", "Cache hit").click();
        assertThat(tab.find(".part")).hasText("The 7 largest by spend, sorted by Cache hit.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"requests", "tokens"})
    void theLedgerChoosesTheLargestByTheSortedColumn(String column) {
        JsonNode report =
                Read.printed(server, "report", "--last", "28d", "--top", "7", "--order", column);
        List<String> largest =
                report.path("rows")
                        .valueStream()
                        .filter(row -> row.path("kind").asString().equals("group"))
                        .map(row -> row.path("model").asString())
                        .toList();

        tab.open("/?sort=" + column);

        assertThat(tab.texts(".models tbody tr:not(.rest) th")).isEqualTo(largest).hasSize(7);
        assertThat(tab.find(".part")).hasCount(0);
        assertThat(tab.find(".sub").first()).containsText("by " + column);
        tab.find(".more").click();
        assertThat(tab.loaded().find(".of-rest"))
                .hasCount((int) report.path("omittedRows").asLong());
        assertThat(sum(tab.open("/?exact=1&sort=" + column).texts("tbody .amount-cell")))
                .isEqualByComparingTo(amount(tab.find("tfoot .amount-cell").textContent()));
    }

    @Test
    void whatSpentInTheRangeBeforeAloneIsGoneAndTheChangesAddUp() {
        String since = "2026-11-17T06:00:00Z";
        String until = "2026-11-17T12:00:00Z";
        JsonNode report =
                Read.printed(
                        server,
                        "report",
                        "--since",
                        since,
                        "--until",
                        until,
                        "--top",
                        "7",
                        "--compare",
                        "previous",
                        "--columns",
                        "requests,spend,spend-before,change");
        List<String> gone =
                report.path("rows")
                        .valueStream()
                        .filter(row -> row.path("requests").asLong() == 0)
                        .map(row ->
                                row.path("kind").asString().equals("group")
                                        ? row.path("model").asString("not stated")
                                        : report.path("omittedRows").asLong() + " more")
                        .toList();
        String path = "/?from=%s&to=%s&exact=1".formatted(since, until);

        tab.open(path);

        assertThat(tab.texts(".gone th")).isEqualTo(gone).isNotEmpty();
        assertThat(tab.texts(".gone .flag")).hasSameSizeAs(gone).containsOnly("gone");
        BigDecimal change = decimal(report.at("/totals/change"));
        assertThat(sum(changes("tbody"))).isEqualByComparingTo(change);
        assertThat(sum(changes("tfoot"))).isEqualByComparingTo(change);
        tab.open(path + "&against=none");
        assertThat(tab.find(".models .change")).hasCount(0);
    }

    private List<String> changes(String part) {
        return tab.texts(".models " + part + " .change").stream()
                .map(each -> each.replaceAll("new|gone|[~+]", ""))
                .toList();
    }

    @Test
    void exactDigitsAreThoseOfTokensToo() {
        tab.open("/?exact=1");

        assertThat(
                        tab.texts(".models td:nth-of-type(6)").stream()
                                .mapToLong(Read::count)
                                .limit(8)
                                .sum())
                .isEqualTo(Read.count(tab.find(".tile .value").nth(2).textContent()))
                .isEqualTo(
                        Read.printed(server, "report", "--last", "28d")
                                .at("/totals/tokens")
                                .asLong());
    }

    @Test
    void theRestOpensToTheOtherModelsAndTheColumnAddsUp() {
        tab.open("/?exact=1");
        BigDecimal rest = amount(tab.find("tr.rest .amount-cell").textContent());
        tab.find(".more").click();
        tab.loaded();

        assertThat(sum(tab.texts(".of-rest .amount-cell"))).isEqualByComparingTo(rest);
        assertThat(sum(tab.texts("tbody tr:not(.of-rest) .amount-cell")))
                .isEqualByComparingTo(amount(tab.find("tfoot .amount-cell").textContent()));
        tab.find(".more").click();
        assertThat(tab.loaded().find(".of-rest")).hasCount(0);
    }

    private static BigDecimal sum(List<String> amounts) {
        return amounts.stream().map(Read::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Test
    void everyShortAmountIsTheBeginningOfItsExactOne() {
        tab.open("/");
        List<String> faults = new ArrayList<>();
        for (String cell :
                tab.evaluate(
                        "() => [...document.querySelectorAll('.amount-cell[title], .value[title],"
                                + " .amount[title], .delta [title]')].filter(one =>"
                                + " /^(≥)?−?\\$/.test(one.textContent) &&"
                                + " /^−?\\$/.test(one.title)).map(one => one.textContent + ' ' +"
                                + " one.title)")) {
            String[] both = cell.replace("≥", "").split(" ", 2);
            if (!both[1].startsWith(both[0])) {
                faults.add(cell);
            }
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void theSavedTableHasEveryDigitOfTheReport() throws IOException {
        JsonNode report =
                Read.printed(
                        server,
                        "report",
                        "--last",
                        "28d",
                        "--timezone",
                        "UTC",
                        "--top",
                        "7",
                        "--compare",
                        "previous",
                        "--columns",
                        "requests,spend,spend-before,change");
        tab.open("/?zone=UTC");
        Download saved = tab.page().waitForDownload(() -> tab.find(".tools button", "CSV").click());

        List<String> lines = Files.readAllLines(saved.path());
        assertThat(saved.suggestedFilename())
                .matches(
                        "genledger-by-model-\\d{4}-\\d\\d-\\d\\d-to-\\d{4}-\\d\\d-\\d\\d-UTC\\.csv");
        assertThat(lines).hasSize(report.path("rows").size() + 2);
        for (int i = 0; i < 7; i++) {
            JsonNode row = report.path("rows").get(i);
            assertThat(lines.get(i + 1))
                    .startsWith(
                            "group,"
                                    + row.path("model").asString()
                                    + ","
                                    + row.path("spend").asString()
                                    + ","
                                    + row.path("spendBefore").asString()
                                    + ","
                                    + row.path("change").asString()
                                    + ","
                                    + row.path("requests").asLong()
                                    + ",");
        }
        assertThat(lines.getLast())
                .startsWith("total,," + report.at("/totals/spend").asString() + ",");
    }

    @Test
    void aFilterIsAddedEditedAndRemoved() {
        tab.open("/").find(".add").click();
        tab.find(".menu [name=dim]").selectOption("provider");
        tab.find(".menu [name=value]").fill("Anthropic");
        tab.press("Enter");
        assertThat(tab.loaded().address()).isEqualTo("/?f=provider:is:Anthropic");
        assertThat(tab.find("table.models tbody")).not().containsText("openai");

        tab.find(".chip-edit").click();
        tab.find(".menu [name=op]").selectOption("not");
        tab.find(".menu .action").click();
        assertThat(tab.loaded().address()).isEqualTo("/?f=provider:not:Anthropic");
        assertThat(tab.find("table.models tbody")).not().containsText("anthropic");

        tab.find(".chip-x").click();
        assertThat(tab.loaded().address()).isEqualTo("/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/?range=90d&zone=Asia/Tokyo&against=last-year&by=provider&per=week&sort=tokens:asc&show=latency&exact=1",
                "/?from=2026-11-02&to=2026-11-15&f=model:like:anthropic/*&f=provider:not:OpenAI&focus=anthropic/claude-opus-4.1",
                "/generations?range=7d&f=trust:is:record&id=" + GeneratedLedger.DEAREST,
                "/health?range=90d&focus=spend-unknown"
            })
    void aCopiedAddressShowsTheSame(String path) {
        tab.open(path);
        assertThat(tab.address()).isEqualTo(path);
        String shown = tab.outline();
        try (Tab other = new Tab(server.url(), Shell.NOW)) {
            assertThat(other.open(path).outline()).isEqualTo(shown);
        }
    }
}
