package io.genledger.app.web.browser.chromium;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * How a screen is drawn: in light or dark, in a window of a width.
 *
 * @param width of the window, in pixels
 */
public record Rendering(ColorScheme theme, int width) {

    private static final int HEIGHT = 860;

    /** Light and dark on a desk, a tablet and a phone. */
    public static List<Rendering> all() {
        return Stream.of(1280, 768, 360)
                .flatMap(width ->
                        Stream.of(ColorScheme.LIGHT, ColorScheme.DARK)
                                .map(theme -> new Rendering(theme, width)))
                .toList();
    }

    /** Light, on a desk, a tablet and a phone. */
    public static List<Rendering> light() {
        return all().stream().filter(each -> each.theme == ColorScheme.LIGHT).toList();
    }

    /** Draws what the tab shows like this. */
    public void of(Tab tab) {
        tab.page().setViewportSize(width, HEIGHT);
        tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(theme));
        drawn(tab, width);
    }

    /**
     * Waits until the page is drawn in a window of this width. The tab's clock has frames of its
     * own, which on a busy machine come before the browser's; an observer of sizes is called in one
     * of the browser's, after the event of a new width.
     */
    static void drawn(Tab tab, int width) {
        tab.page()
                .evaluate(
                        """
                        width => new Promise(done => {
                          const look = () => requestAnimationFrame(() => (innerWidth === width ? new ResizeObserver(() => done()).observe(document.body) : look()));
                          look();
                        })
                        """,
                        width);
    }

    @Override
    public String toString() {
        return theme.name().toLowerCase(Locale.ROOT) + "-" + width;
    }
}
