package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.genledger.app.web.browser.Read.amount;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.LocatorAssertions;
import io.genledger.app.web.RunningServer;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Figures that change while people look at them. */
class LiveTest extends PageTest {

    /** Where each row and its first cell stand. */
    private static final String PLACES =
            """
            () => [...document.querySelectorAll('tbody tr:not(.gap)')].slice(0, 12).map(row => {
              const { x, y, width, height } = row.getBoundingClientRect();
              return `${row.cells[0].textContent.replace(/\\s+/g, ' ')} ${x} ${y} ${width} ${height}`;
            })
            """;

    @Override
    RunningServer serve() {
        return new RunningServer(folder);
    }

    @BeforeEach
    void threeModels() {
        if (server.json("/ledger/v1/status").at("/lastDay/requests").asInt() == 0) {
            server.record(
                    record(0, 0, "openai/gpt-5", "3.00"),
                    record(1, 1, "anthropic/claude-opus-4.1", "2.00"),
                    record(2, 2, "google/gemini-2.5-pro", "1.00"));
        }
    }

    private static byte[] record(int number, int minute, String model, String usage) {
        return """
        {"data":{"id":"gen-17954349%02d-LiveLiveLiveLiveLive","created_at":"2026-11-23T11:5%d:00.000Z","model":"%s",\
        "usage":%s,"total_cost":%4$s,"is_byok":false,"upstream_inference_cost":0,"native_tokens_prompt":10,\
        "native_tokens_completion":5,"provider_name":"OpenAI"}}\
        """
                .formatted(number, minute, model, usage)
                .getBytes(UTF_8);
    }

    /** Events are gathered for 3 s before the page asks again. */
    private static LocatorAssertions.ContainsTextOptions soon() {
        return new LocatorAssertions.ContainsTextOptions().setTimeout(20_000);
    }

    @Test
    void newFiguresChangeInPlaceAndNothingMovesUnderThePointer() {
        tab.open("/");
        tab.find("table.models tbody tr").nth(1).hover();
        List<String> before = tab.evaluate(PLACES);
        BigDecimal spend = amount(tab.find(".hero .value").textContent());

        server.record(record(10, 3, "google/gemini-2.5-pro", "7.00"));
        assertThat(tab.find(".hero .value"))
                .containsText(Read.cut(spend.add(new BigDecimal("7"))), soon());
        tab.loaded();

        assertThat(tab.evaluate(PLACES)).isEqualTo(before);
        assertThat(tab.find("table.models tbody tr").nth(2)).containsText("$8.00");
        tab.page().mouse().move(2, 2);
        server.record(record(11, 3, "google/gemini-2.5-pro", "1.00"));
        assertThat(tab.find(".hero .value"))
                .containsText(Read.cut(spend.add(new BigDecimal("8"))), soon());
        assertThat(tab.find("table.models tbody tr").first()).containsText("gemini-2.5-pro");
        tab.loaded();
    }

    @Test
    void newGenerationsWaitAboveTheListAndACorrectedOneChangesInPlace() {
        tab.open("/generations");
        tab.find(".gens tbody tr a").first().hover();
        List<String> before = tab.evaluate(PLACES);

        server.record(record(20, 9, "openai/gpt-5", "0.25"), record(0, 0, "openai/gpt-5", "3.50"));
        assertThat(tab.find(".fresh")).containsText("1 new", soon());
        assertThat(tab.find(".gens")).containsText("$3.5000", soon());

        assertThat(tab.evaluate(PLACES)).isEqualTo(before);
        assertThat(tab.find(".gens")).not().containsText("$0.2500");
        tab.find(".fresh").click();
        assertThat(tab.find(".gens tbody tr").nth(1)).containsText("$0.2500");
        assertThat(tab.find(".fresh")).hasCount(0);
        tab.loaded();
    }

    @Test
    void whatCameWhileTheTabWasHiddenIsShownInTheListWithoutAnotherEvent() {
        tab.open("/generations");
        hide(true);

        server.record(record(40, 9, "openai/gpt-5", "0.35"), record(0, 0, "openai/gpt-5", "4.50"));
        hide(false);

        assertThat(tab.find(".fresh")).containsText("1 new", soon());
        assertThat(tab.find(".gens")).containsText("$4.5000", soon());
        tab.loaded();
    }

    private void hide(boolean isHidden) {
        tab.page()
                .evaluate(
                        "hidden => { Object.defineProperty(document, 'hidden', { value: hidden,"
                                + " configurable: true }); document.dispatchEvent(new"
                                + " Event('visibilitychange')) }",
                        isHidden);
    }

    @Test
    void aCorrectionOfTheShownGenerationIsShownWithItsHistory() {
        String id = "gen-1795434930-LiveLiveLiveLiveLive";
        server.record(record(30, 5, "openai/gpt-5", "0.10"));
        tab.open("/generation?id=" + id);

        server.record(record(30, 5, "openai/gpt-5", "0.15"));

        assertThat(tab.find(".one-value")).containsText("$0.1500", soon());
        assertThat(tab.loaded().find(".history")).containsText("0.10");
        assertThat(tab.find(".history")).containsText("Corrected");
    }
}
