package io.genledger.app.web.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Layout;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page on paper, and as people set up their system. */
class MediaTest extends PageTest {

    private static final String SPACED =
            """
            () => {
              const sheet = new CSSStyleSheet();
              sheet.insertRule('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
              sheet.insertRule('p { margin-bottom: 2em !important }');
              document.adoptedStyleSheets = [sheet];
              return [];
            }
            """;

    @Test
    void printedItIsLightWithoutControlsAndSaysWhatItShows() {
        tab.page()
                .emulateMedia(
                        new Page.EmulateMediaOptions()
                                .setMedia(Media.PRINT)
                                .setColorScheme(ColorScheme.DARK));
        tab.open("/?zone=Europe/Berlin&f=provider:not:OpenAI");

        assertThat(tab.find(".print-only"))
                .hasText(
                        "27 Oct – 23 Nov 2026 against the 28 days before, days of Europe/Berlin."
                                + " Ledger ledger.db. Filter: provider is not OpenAI. As of 23 Nov"
                                + " 2026, 13:00:00.");
        assertThat(tab.find(".print-only")).isVisible();
        for (String control :
                new String[] {".controls", ".top nav", ".tools", ".foot .screen-only"}) {
            assertThat(tab.find(control).first()).isHidden();
        }
        assertThat(tab.evaluate("() => [getComputedStyle(document.body).colorScheme]"))
                .containsExactly("light");
        byte[] pdf = tab.page().pdf(new Page.PdfOptions().setFormat("A4"));
        assertThat(new String(pdf, StandardCharsets.ISO_8859_1))
                .startsWith("%PDF")
                .contains("/Page");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/generations?id=" + GeneratedLedger.DEAREST, "/health"})
    void inForcedColoursMarksKeepTheirs(String path) {
        tab.page()
                .emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        tab.open(path);

        assertThat(
                        tab.evaluate(
                                "() => [...document.querySelectorAll('.swatch rect, .seg, .share"
                                    + " rect, .meter .fill')].filter(one =>"
                                    + " getComputedStyle(one).forcedColorAdjust === 'auto').map(one"
                                    + " => one.outerHTML)"))
                .isEmpty();
        assertThat(
                        tab.evaluate(
                                "() => [...document.querySelectorAll('tr.selected')].filter(one =>"
                                    + " ['none'].includes(getComputedStyle(one).outlineStyle)).map(one"
                                    + " => one.outerHTML)"))
                .isEmpty();
        assertThat(Layout.sideways(tab)).isEmpty();
    }

    @Test
    void withReducedMotionNothingMoves() {
        tab.open("/");

        assertThat(
                        tab.evaluate(
                                "() => [...document.querySelectorAll('*')].filter(one => { const {"
                                    + " transitionDuration, animationName } ="
                                    + " getComputedStyle(one); return transitionDuration !== '0s'"
                                    + " || animationName !== 'none'; }).map(one =>"
                                    + " one.outerHTML.slice(0, 120))"))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/generations", "/generation?id=" + GeneratedLedger.DEAREST, "/health"})
    void withMoreSpaceInTextNoAmountIsCut(String path) {
        tab.open(path);
        tab.evaluate(SPACED);

        assertThat(Layout.clippedAmounts(tab)).isEmpty();
        assertThat(Axe.findings(tab)).isEmpty();
        // Magnified twice: half of the pixels.
        tab.page().setViewportSize(640, 430);
        assertThat(Layout.clippedAmounts(tab)).isEmpty();
    }
}
