package io.genledger.ports.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.report.ColourSlots;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The contract of {@link ColourSlots}. */
public abstract class ColourSlotsContract {

    /** A ledger without colours. */
    protected abstract ColourSlots noColours();

    @Test
    void noValueHasAColourAtFirst() {
        assertThat(noColours().slots(Dimension.MODEL)).isEmpty();
    }

    @Test
    void theFirstSevenGetTheirColoursInOrder() {
        ColourSlots colours = noColours();
        Map<String, Integer> seven = Map.of("h", 1, "g", 2, "f", 3, "e", 4, "d", 5, "c", 6, "b", 7);

        assertThat(assign(colours, "h", "g", "f", "e", "d", "c", "b", "a")).isEqualTo(seven);
        assertThat(colours.slots(Dimension.MODEL)).isEqualTo(seven);
    }

    @Test
    void aColourStaysWhenTheOrderChanges() {
        ColourSlots colours = noColours();
        assign(colours, "a", "b");

        assertThat(assign(colours, "c", "b", "a")).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
        assertThat(colours.slots(Dimension.MODEL)).isEqualTo(Map.of("a", 1, "b", 2, "c", 3));
    }

    @Test
    void aValueBehindTheFirstSevenKeepsItsColourAndGetsNone() {
        ColourSlots colours = noColours();
        assign(colours, "a");

        assertThat(assign(colours, "1", "2", "3", "4", "5", "6", "7", "a", "b"))
                .isEqualTo(Map.of("a", 1, "1", 2, "2", 3, "3", 4, "4", 5, "5", 6, "6", 7));
    }

    @Test
    void aValueWithoutSpendFreesItsColour() {
        ColourSlots colours = noColours();
        assign(colours, "a", "b", "c");
        assertThat(assign(colours, "c", "a")).isEqualTo(Map.of("a", 1, "c", 3));

        assertThat(assign(colours, "d", "c", "a")).isEqualTo(Map.of("a", 1, "d", 2, "c", 3));
        assertThat(assign(colours)).isEmpty();
        assertThat(colours.slots(Dimension.MODEL)).isEmpty();
    }

    @Test
    void dimensionsHaveTheirOwnColours() {
        ColourSlots colours = noColours();
        assign(colours, "a", "b");
        assertThat(colours.assign(Dimension.PROVIDER, List.of("b"))).isEqualTo(Map.of("b", 1));

        assertThat(colours.slots(Dimension.MODEL)).isEqualTo(Map.of("a", 1, "b", 2));
        assertThat(colours.slots(Dimension.PROVIDER)).isEqualTo(Map.of("b", 1));
    }

    private static Map<String, Integer> assign(ColourSlots colours, String... spending) {
        return colours.assign(Dimension.MODEL, List.of(spending));
    }
}
