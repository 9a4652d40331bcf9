package io.genledger.app.web.browser.chromium;

import java.util.List;

/** What holds of every screen at every width. */
public final class Layout {

    private static final String SIDEWAYS =
            """
            () => {
              const root = document.documentElement;
              return root.scrollWidth <= root.clientWidth ? []
                : [...document.querySelectorAll('body *')].filter(one => one.getBoundingClientRect().right > root.clientWidth)
                    .map(one => one.outerHTML.slice(0, 120));
            }
            """;

    /**
     * Links in a chart are found by their bar, which is as wide as its time; links in text are
     * exempt.
     */
    private static final String SMALL_TARGETS =
            """
            () => [...document.querySelectorAll('a, button, select, input:not([type=radio], [type=checkbox]), summary')].filter(one => {
              const { width, height } = one.getBoundingClientRect();
              const isText = getComputedStyle(one).display === 'inline' && one.closest('p, dd, li, th, td');
              return width && height && !isText && !one.closest('svg') && !one.matches('.skip, .sr') && (width < 24 || height < 24);
            }).map(one => { const { width, height } = one.getBoundingClientRect(); return `${width}×${height} ${one.outerHTML.slice(0, 120)}`; })
            """;

    private static final String CLIPPED_AMOUNTS =
            """
            () => [...document.querySelectorAll('main *')].filter(one => /\\$\\d/.test(one.textContent) && !one.closest('svg, pre')
                && ['hidden', 'clip'].includes(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth && !one.matches('.sr'))
              .map(one => one.outerHTML.slice(0, 160))
            """;

    private static final String SMALL_TEXT =
            """
            () => [...document.querySelectorAll('body *')].filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim())
                && one.getClientRects().length && !one.closest('[aria-hidden]') && parseFloat(getComputedStyle(one).fontSize) < 11)
              .map(one => one.outerHTML.slice(0, 120))
            """;

    private Layout() {}

    /** What makes the document scroll sideways. */
    public static List<String> sideways(Tab tab) {
        return tab.evaluate(SIDEWAYS);
    }

    /** The same at each width from 320 to 1400 pixels, in steps of 40. */
    public static List<String> sidewaysAtAnyWidth(Tab tab) {
        for (int width = 320; width <= 1400; width += 40) {
            tab.page().setViewportSize(width, 860);
            Rendering.drawn(tab, width);
            List<String> found = sideways(tab);
            if (!found.isEmpty()) {
                return List.of(width + " px: " + found.getFirst());
            }
        }
        return List.of();
    }

    /** Targets of the pointer that are less than 24 pixels wide or high. */
    public static List<String> smallTargets(Tab tab) {
        return tab.evaluate(SMALL_TARGETS);
    }

    /** Amounts whose digits are hidden for want of room. */
    public static List<String> clippedAmounts(Tab tab) {
        return tab.evaluate(CLIPPED_AMOUNTS);
    }

    /**
     * Text of less than 11 pixels; arrows beside a word, which are hidden from readers, are none.
     */
    public static List<String> smallText(Tab tab) {
        return tab.evaluate(SMALL_TEXT);
    }
}
