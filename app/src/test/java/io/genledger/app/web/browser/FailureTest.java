package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.app.cli.Shell;
import io.genledger.app.web.RunningServer;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Tab;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that is away, and a ledger that cannot be read. */
class FailureTest extends PageTest {

    private static final String AWAY = "ERR_|Failed to load resource|Failed to fetch";

    @Test
    void theFiguresStayWhileTheServerIsAwayAndSayOfWhenTheyAre(@TempDir Path own)
            throws IOException {
        RunningServer leaving = GeneratedLedger.serve(own);
        try (Tab watching = new Tab(leaving.url(), Shell.NOW)) {
            watching.provokes(AWAY).open("/");
            String spend = watching.find(".hero .value").textContent();
            leaving.close();

            assertThat(watching.find(".live"))
                    .containsText("Offline since 12:00, figures of 12:00");
            assertThat(watching.find(".hero .value")).hasText(spend);
            watching.press("[");
            assertThat(watching.find("[role=status]")).containsText("Offline since 12:00");
            assertThat(watching.find(".stale"))
                    .containsText(
                            "The server does not answer. Shown is still 27 Oct – 23 Nov 2026.");
            assertThat(watching.find(".hero .value")).hasText(spend);
            watching.page().goBack();
            assertThat(watching.find(".stale")).hasCount(0);
            watching.page().goForward();
            assertThat(watching.find(".stale")).isVisible();
            assertThat(Axe.findings(watching)).isEmpty();
        }
    }

    @Test
    void withoutAConnectionTheFirstScreenSaysSoAndRetryShowsIt() {
        tab.provokes(AWAY).open("/health");
        tab.page().context().setOffline(true);
        tab.find("nav a", "Generations").click();
        assertThat(tab.find("h1")).hasText("No connection");
        assertThat(Axe.findings(tab)).isEmpty();

        tab.page().context().setOffline(false);
        tab.find(".problem button", "Retry").click();

        assertThat(tab.find("h1")).hasText("Generations");
        tab.loaded();
    }

    @Test
    void aFailureOfTheLedgerIsASentenceWithRetry() throws SQLException {
        tab.provokes("status of 50").open("/health");
        server.sql("alter table generation rename to away");
        try {
            tab.find("nav a", "Generations").click();
            assertThat(tab.find(".problem h1")).hasText("The figures could not be read");
            assertThat(Axe.findings(tab)).isEmpty();
        } finally {
            server.sql("alter table away rename to generation");
        }
        tab.find(".problem button", "Retry").click();

        assertThat(tab.find("h1")).hasText("Generations");
        assertThat(tab.loaded().find(".gens tbody tr").first()).isVisible();
    }
}
