package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.TwoLedgers;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Layout;
import io.genledger.app.web.browser.chromium.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The overview of the ledgers of a lake, beside the one of the server's own ledger. */
class LakeTest extends PageTest {

    private static final String LEDGERS = "select[aria-label=Ledgers]";

    @Override
    RunningServer serve() {
        RunningServer server = new RunningServer(folder, new TwoLedgers(Shell.NOW));
        server.record(
                """
                {"data":{"id":"gen-1795400000-OwnOwnOwnOwnOwnOwnOw","created_at":"2026-11-22T08:00:00Z",\
                "model":"own/model","usage":0.5,"total_cost":0.5,"is_byok":false}}\
                """
                        .getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return server;
    }

    @Test
    void aLedgerFilterAsksTheLakeAndIsInTheAddress() {
        tab.open("/?exact=1");
        assertThat(tab.texts("tfoot .amount-cell")).containsExactly("$0.50");

        tab.find(LEDGERS).selectOption("all ledgers");
        tab.find("select[aria-label='Group by']").selectOption("ledger");

        assertThat(tab.loaded().address()).isEqualTo("/?lake=*&by=ledger&exact=1");
        assertThat(tab.find("tfoot .amount-cell")).hasText("$6.000000000001");
        assertThat(tab.texts(".models tbody th")).containsExactly("eu", "us");
        assertThat(tab.texts(LEDGERS + " option"))
                .containsExactly("this ledger", "all ledgers", "eu", "us");
        tab.find(LEDGERS).selectOption("us");
        assertThat(tab.loaded().address()).isEqualTo("/?lake=us&by=ledger&exact=1");
        assertThat(tab.find("tfoot .amount-cell")).hasText("$0.000000000001");
        tab.find(LEDGERS).selectOption("this ledger");
        assertThat(tab.loaded().address()).isEqualTo("/?exact=1");
        tab.page().goBack();
        assertThat(tab.loaded().find(LEDGERS)).hasValue("us");
    }

    /** Its events are those of the server's own ledger, and each answer costs the lake a scan. */
    @Test
    void figuresOfTheLakeSayTheirTimeAndAreNotLive() {
        tab.open("/");
        assertThat(tab.find(".live-word")).hasText("Live");

        tab.find(LEDGERS).selectOption("all ledgers");

        assertThat(tab.loaded().find(".live-word")).hasText("As of");
    }

    @Test
    void whatIsNotInTheLakeIsSaidAndNoZero() {
        tab.open("/?lake=*");

        for (String name : List.of("Findings", "Pending")) {
            assertThat(tab.find(".tile.small", name).locator(".value")).hasText("–");
            assertThat(tab.find(".tile.small", name).locator(".delta")).hasText("not in the lake");
        }
    }

    /** The list of the server shows its own ledger only. */
    @Test
    void barsAndRowsLeadToTheirOwnOverviewInTheLake() {
        tab.open("/?lake=*&by=ledger");

        assertThat(hrefs(".bar, .tile:not(.small), .models tbody a"))
                .isNotEmpty()
                .allMatch(href -> href.startsWith("/?") && href.contains("lake="));
        tab.find(".models tbody a", "eu").click();

        assertThat(tab.loaded().address()).isEqualTo("/?lake=eu");
        assertThat(tab.texts(".models tbody th")).containsExactly("a/model-1", "a/model-0");
        assertThat(hrefs("nav a")).noneMatch(href -> href.contains("lake"));
    }

    private List<String> hrefs(String selector) {
        return tab.evaluate(
                "selector => [...document.querySelectorAll(selector)].map(one =>"
                        + " one.getAttribute('href'))",
                selector);
    }

    @Test
    void hasNoFaultInAnyRendering() {
        tab.open("/?lake=*&by=ledger");
        List<String> faults = new ArrayList<>();
        for (Rendering each : Rendering.all()) {
            each.of(tab);
            Stream.of(
                            each.theme() == ColorScheme.LIGHT
                                    ? Axe.findings(tab)
                                    : Axe.coloursOf(tab),
                            Layout.sideways(tab),
                            Layout.smallTargets(tab),
                            Layout.clippedAmounts(tab))
                    .flatMap(List::stream)
                    .forEach(fault -> faults.add(each + " " + fault));
        }

        assertThat(faults).isEmpty();
    }
}
