package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.microsoft.playwright.Locator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page without a pointer. */
class KeyboardTest extends PageTest {

    /** What has the focus: the text of a label, else its own. */
    private String focused() {
        return tab.evaluate(
                        "() => [document.activeElement.ariaLabel ||"
                                + " document.activeElement.textContent.trim()]")
                .getFirst();
    }

    @Test
    void theFirstKeySkipsToTheFigures() {
        tab.open("/").press("Tab");

        assertThat(focused()).isEqualTo("Skip to the figures");
        tab.press("Enter", "Tab");
        assertThat(tab.evaluate("() => [String(Boolean(document.activeElement.closest('main')))]"))
                .containsExactly("true");
    }

    @Test
    void fromTheChartToOneGenerationAndBackWithTheFocusRestored() {
        tab.open("/");
        for (int i = 0; i < 60 && !focused().startsWith("Mon 23 Nov 2026"); i++) {
            tab.press("Tab");
        }
        assertThat(focused()).startsWith("Mon 23 Nov 2026, unfinished, until 12:00: $");
        tab.press("ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft", "ArrowLeft");
        assertThat(focused()).startsWith("Tue 17 Nov 2026: $12.479016689,");
        assertThat(tab.find(".tip-head")).hasText("Tue 17 Nov 2026");

        tab.press("Enter");
        assertThat(tab.loaded().address()).startsWith("/generations?from=2026-11-17");
        tab.press("j", "j");
        tab.loaded();
        String selected = tab.find(".gens tr.selected a").getAttribute("data-id");
        tab.press("Enter");
        assertThat(tab.loaded().find(".crumb .mono")).hasText(selected);
        tab.press("Escape");
        assertThat(tab.loaded().find(".panel")).isVisible();
        tab.press("Escape");

        assertThat(tab.find(".panel")).hasCount(0);
        assertThat(row(selected)).isFocused();
    }

    private Locator row(String id) {
        return tab.find(".gens a[data-id='" + id + "']");
    }

    @Test
    void goingBackGivesTheFocusToTheRowAndTheBarThatWereLeft() {
        tab.open("/").find(".bar").nth(21).focus();
        String bar = focused();
        tab.press("Enter");
        String list = tab.loaded().address();
        tab.press("j", "j");
        String selected = tab.loaded().find(".gens tr.selected a").getAttribute("data-id");
        assertThat(row(selected)).isFocused();
        tab.press("Enter");
        assertThat(tab.loaded().address()).contains("sort=highest-spend").contains(selected);

        tab.page().goBack();
        tab.loaded();
        assertThat(row(selected)).isFocused();
        tab.press("Escape");
        assertThat(tab.loaded().address()).isEqualTo(list);
        tab.page().goBack();
        assertThat(tab.loaded().address()).isEqualTo("/");

        assertThat(tab.find(".bar").nth(21)).isFocused();
        assertThat(focused()).isEqualTo(bar);
    }

    @Test
    void aRowFarDownStandsWhereItStoodAfterTheWayUpAndBack() {
        tab.open("/generations").page().mouse().wheel(0, 2500);
        tab.page().waitForCondition(() -> tab.find(".gens tbody tr.gap").count() == 2);
        Locator left = tab.find(".gens .time a").nth(24);
        String id = left.getAttribute("data-id");
        left.focus();
        double place = row(id).boundingBox().y;
        tab.press("Enter");
        tab.loaded().page().goBack();
        tab.loaded();

        assertThat(row(id)).isFocused();
        assertThat(row(id).boundingBox().y).isCloseTo(place, within(1.0));
        tab.press("Enter");
        tab.loaded().press("Escape");
        tab.loaded();
        assertThat(row(id)).isFocused();
        assertThat(row(id)).isInViewport();
    }

    @Test
    void arrowsWithShiftSelectDaysAndEnterShowsThemAlone() {
        tab.open("/");
        tab.find(".bar").last().focus();
        tab.press("Home", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight");
        assertThat(tab.find(".brush text")).containsText("28 Oct – 30 Oct: $");

        tab.press("Escape");
        assertThat(tab.find(".brush")).hasCount(0);
        tab.press("Shift+ArrowLeft", "Enter");

        assertThat(tab.loaded().address()).isEqualTo("/?from=2026-10-29&to=2026-10-30");
        assertThat(tab.find(".range-text")).containsText("29");
    }

    @ParameterizedTest
    @CsvSource({
        "x, /?exact=1",
        "1, /?range=1h",
        "7, /?range=all",
        "[, /?from=2026-09-29&to=2026-10-26",
        "g h, /health",
        "g g, /generations",
    })
    void keysChangeWhatIsShown(String keys, String address) {
        tab.open("/").press(keys.split(" "));

        assertThat(tab.loaded().address()).isEqualTo(address);
    }

    @Test
    void theKeysOfAScreenAreListedAndNoneFiresWhileTyping() {
        tab.open("/").press("?");
        assertThat(tab.find("dialog")).containsText("walk the bars");
        tab.press("x", "Escape");
        assertThat(tab.find("dialog")).hasCount(0);

        tab.press("f");
        assertThat(tab.find(".menu [name=dim]")).isFocused();
        tab.find(".menu [name=value]").fill("x");
        tab.press("x", "1", "Escape");

        assertThat(tab.address()).isEqualTo("/");
        assertThat(tab.find(".menu")).hasCount(0);
        assertThat(focused()).contains("ilter");
    }

    @Test
    void aGenerationIsFoundByItsId() {
        tab.open("/").press("/");
        assertThat(tab.find("dialog input")).isFocused();
        tab.find("dialog input").fill(GeneratedLedger.DEAREST);
        tab.press("Enter");

        assertThat(tab.loaded().find("h1")).containsText("$6.123456789");
        tab.press("k");
        assertThat(tab.loaded().address()).doesNotContain(GeneratedLedger.DEAREST);
        tab.press("j");
        assertThat(tab.loaded().address()).contains(GeneratedLedger.DEAREST);
    }

    @Test
    void everyControlShowsThatItHasTheFocus() {
        tab.open("/");
        for (int i = 0; i < 45; i++) {
            tab.press("Tab");
            List<String> ring =
                    tab.evaluate(
                            """
                            () => {
                              const one = document.activeElement;
                              const of = each => { const { outlineStyle, outlineWidth, strokeWidth, stroke, boxShadow } = getComputedStyle(each); return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1 || each.matches('rect') && stroke !== 'none' && parseFloat(strokeWidth) >= 1 || boxShadow !== 'none'; };
                              const shows = one === document.body || [one, one.parentElement, ...one.querySelectorAll('rect'), ...(one.matches('input') ? [one.nextElementSibling] : [])].some(each => each && of(each));
                              return shows ? [] : [one.outerHTML.slice(0, 160)];
                            }
                            """);
            assertThat(ring).isEmpty();
        }
    }
}
