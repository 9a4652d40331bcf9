package io.genledger.app.web.browser.chromium;

import io.genledger.domain.sample.Cases;
import java.util.ArrayList;
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

    /** Of a name that is cut in its middle, both ends and the sign of the cut are seen. */
    private static final String CUT_NAMES =
            """
            () => [...document.querySelectorAll('main .mid:has(.mid-tail)')].filter(one => {
              const [whole, head, tail] = [one, ...one.children].map(each => each.getBoundingClientRect());
              return one.getClientRects().length && (head.width < 14 || tail.width < 8 || tail.right > Math.min(whole.right, innerWidth) + 1);
            }).map(one => `cut at an end: ${one.parentElement.outerHTML.slice(0, 160)}`)
            """;

    private Layout() {}

    /** What makes the document scroll sideways. */
    public static List<String> sideways(Tab tab) {
        return tab.evaluate(SIDEWAYS);
    }

    /** The same and cut names, at each width from 320 to 1400 pixels, in steps of 80 or 40. */
    public static List<String> faultsAtAnyWidth(Tab tab) {
        int step = Cases.some(80, 40);
        for (int width = 320; width <= 1400; width += step) {
            tab.page().setViewportSize(width, 860);
            Rendering.drawn(tab, width);
            List<String> found = new ArrayList<>(sideways(tab));
            found.addAll(tab.evaluate(CUT_NAMES));
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
