package io.genledger.app.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.genledger.app.web.browser.chromium.Rendering;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What each screen says and in which order, on a desk and on a phone. Pixels are not compared: they
 * differ with the fonts and the Chromium of a machine. After a change on purpose, run this test
 * with {@code -Dgolden.write=true}, which also draws each screen into {@code target/pictures} in
 * light and dark at three widths and those of the README into {@code src/docs}; look at them beside
 * the design before they are kept.
 */
class OutlineTest extends PageTest {

    private static final Path OUTLINES = Path.of("src/test/resources/io/genledger/app/web/browser");

    private static final Path PICTURES = Path.of("target/pictures");
    private static final Path README = Path.of("src/docs");

    /** The pictures of the README. */
    private static final Set<String> SHOWN =
            Set.of("overview-light-1280", "overview-dark-1280", "generation-light-1280");

    @ParameterizedTest
    @CsvSource({
        "overview, /?zone=UTC",
        "generations, /generations?zone=UTC&from=2026-11-17&to=2026-11-17&id="
                + GeneratedLedger.DEAREST,
        "generation, /generation?zone=UTC&id=" + GeneratedLedger.DEAREST,
        "health, /health?zone=UTC"
    })
    void aScreenSaysWhatItsOutlineSays(String name, String path) throws IOException {
        boolean isWritten = Boolean.getBoolean("golden.write");
        tab.open(path);
        for (Rendering each : Rendering.all()) {
            each.of(tab);
            if (isWritten) {
                picture(name + "-" + each);
            }
            Path file = OUTLINES.resolve(name + "-" + each.width() + ".txt");
            if (isWritten) {
                Files.writeString(file, tab.outline() + "\n");
            }
            assertThat(tab.outline() + "\n")
                    .as(name + " " + each)
                    .isEqualTo(Files.readString(file));
        }
    }

    private void picture(String name) throws IOException {
        Path folder = SHOWN.contains(name) ? README : PICTURES;
        Files.createDirectories(folder);
        tab.page()
                .screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(folder.resolve(name + ".png"))
                                .setFullPage(!SHOWN.contains(name)));
    }
}
