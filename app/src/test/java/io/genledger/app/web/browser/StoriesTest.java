package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.genledger.app.web.browser.Read.amount;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.browser.chromium.Tab;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The ways that people take through the page, from their first id to the cause of an expensive day.
 */
class StoriesTest extends PageTest {

    private static final GeneratedGenerations FIRST =
            new GeneratedGenerations(
                    3, 12, Shell.NOW.minus(Duration.ofHours(20)), Duration.ofHours(1));

    /** Events are gathered for 3 s before the page asks again. */
    private static final double LIVE_MS = 15_000;

    @Test
    void anEmptyLedgerShowsTheFirstIdsAndThenTheFirstMoneyByItself(@TempDir Path own)
            throws IOException {
        try (RunningServer empty = new RunningServer(own);
                Tab watching = new Tab(empty.url(), Shell.NOW);
                OpenRouterSimulator openRouter =
                        OpenRouterSimulator.start(Behaviours.documents(FIRST::document))) {
            watching.open("/");
            assertThat(watching.find("h1")).hasText("This ledger is empty");
            assertThat(watching.texts(".cmd code"))
                    .contains(
                            "genledger track --from app.log --db ledger.db",
                            "genledger follow app.log --db ledger.db");

            GeneratedLedger.send(
                    empty,
                    FIRST.stream().map(GeneratedGeneration::id).collect(Collectors.joining("\n")));
            assertThat(watching.find(".missing"))
                    .containsText("12 tracked generations are not in these sums", within());

            Shell.Result collected =
                    empty.shell().with("OPENROUTER_API_KEY", "sk-or-test").collectFrom(openRouter);
            assertThat(collected.out()).startsWith("12 recorded");
            assertThat(watching.find(".tile .value").nth(1))
                    .hasText("12", new LocatorAssertions.HasTextOptions().setTimeout(LIVE_MS));
            assertThat(amount(watching.find(".hero .amount").textContent()))
                    .isEqualByComparingTo(
                            FIRST.stream()
                                    .flatMap(each -> each.spend().stream())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add));
            watching.loaded();
        }
    }

    @Test
    void theHeadsOfTimeAndSpendChooseTheOrderOfTheList() {
        tab.open("/generations?range=28d");
        assertThat(tab.find("th[aria-sort=descending]")).containsText("Time");

        tab.find("th button", "Spend").click();

        assertThat(tab.loaded().address()).isEqualTo("/generations?sort=highest-spend");
        assertThat(tab.find("th[aria-sort=descending]")).containsText("Spend");
        assertThat(tab.find(".gens .day")).hasCount(0);
        assertThat(tab.texts(".gens tbody td.amount").stream().map(Read::amount).toList())
                .hasSizeGreaterThan(10)
                .isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(tab.find(".gens .time a").first()).hasText(Pattern.compile("17 Nov ..:..:.."));
        tab.find("th button", "Time").click();
        assertThat(tab.loaded().address()).isEqualTo("/generations");
        assertThat(tab.find(".gens .day").first()).isVisible();
    }

    private static LocatorAssertions.ContainsTextOptions within() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(LIVE_MS);
    }

    @Test
    void threeClicksTellWhyTuesdayWasSoExpensive() {
        tab.open("/");

        tab.find(".bar[aria-label^='Tue 17 Nov 2026']").click();
        assertThat(tab.loaded().address())
                .isEqualTo("/generations?from=2026-11-17&to=2026-11-17&sort=highest-spend");
        assertThat(tab.find(".gens tbody tr:not(.gap)").first()).containsText("$6.1234");
        tab.find("nav a", "Overview").click();
        assertThat(tab.loaded().find("table.models tbody th").first())
                .hasText(GeneratedLedger.DEAREST_MODEL);
        assertThat(tab.find("table.models tbody .change").first()).containsText("+$9.6");
        assertThat(tab.find(".peak")).hasText("$9.62");
        tab.find("table.models tbody th a").first().click();
        tab.loaded();

        assertThat(tab.find(".gens")).containsText("$6.1234");
        assertThat(tab.find(".gens")).containsText("$3.5000");
        assertThat(tab.address())
                .isEqualTo(
                        "/generations?from=2026-11-17&to=2026-11-17&f=model:is:"
                                + GeneratedLedger.DEAREST_MODEL);
    }
}
