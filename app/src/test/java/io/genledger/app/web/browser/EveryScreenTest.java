package io.genledger.app.web.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import io.genledger.app.web.browser.chromium.Axe;
import io.genledger.app.web.browser.chromium.Layout;
import io.genledger.app.web.browser.chromium.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds of every screen, in light and dark, on a desk, a tablet and a phone. */
class EveryScreenTest extends PageTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?exact=1&by=provider",
                "/?show=latency",
                "/?from=2020-01-01&to=2020-01-28",
                "/generations?from=2026-11-17&to=2026-11-17",
                "/generations?from=2026-11-17&to=2026-11-17&id=" + GeneratedLedger.DEAREST,
                "/generations?range=all&sort=highest-spend",
                "/generation?id=" + GeneratedLedger.DEAREST,
                "/generation?id=gen-1795430000-PendingPendingPendin",
                "/health"
            })
    void hasNoFaultInAnyRendering(String path) {
        // Chromium reports the answer for an id that has no record yet.
        tab.provokes("status of 404.*/generations/gen-1795430000").open(path);
        List<String> faults = new ArrayList<>();
        for (Rendering each : Rendering.all()) {
            each.of(tab);
            Stream.of(
                            each.theme() == ColorScheme.LIGHT
                                    ? Axe.findings(tab)
                                    : Axe.coloursOf(tab),
                            Layout.sideways(tab),
                            Layout.smallTargets(tab),
                            Layout.clippedAmounts(tab),
                            Layout.smallText(tab))
                    .flatMap(List::stream)
                    .forEach(fault -> faults.add(each + " " + fault));
        }
        faults.addAll(Layout.faultsAtAnyWidth(tab));

        assertThat(faults).isEmpty();
        assertThat(tab.texts("h1")).hasSize(1);
    }
}
