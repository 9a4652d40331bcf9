package io.genledger.ports.usecase.maintain;

import static io.genledger.ports.testkit.SampleGenerations.costing;
import static io.genledger.ports.testkit.SampleGenerations.createdAt;
import static io.genledger.ports.testkit.SampleGenerations.credits;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static io.genledger.ports.testkit.SampleGenerations.servedBy;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.report.ColourSlots;
import io.genledger.ports.testkit.InMemoryColourSlots;
import io.genledger.ports.testkit.InMemoryLedger;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AssignColoursTest {

    private static final Instant NOW = Instant.parse("2026-06-30T12:00:00Z");
    private static final Instant RECENT = NOW.minus(Duration.ofDays(1));

    private final InMemoryLedger ledger = new InMemoryLedger();
    private final ColourSlots colours = new InMemoryColourSlots();
    private int recorded;

    private void spend(String provider, String amount, Instant at) {
        ledger.record(
                List.of(
                        recording(
                                createdAt(
                                        servedBy(
                                                costing(id(++recorded), credits(amount)),
                                                "some/model",
                                                provider),
                                        at))));
    }

    private Map<String, Integer> assignAt(Instant now) {
        return new AssignColours(ledger, colours, () -> now).assign(Dimension.PROVIDER);
    }

    @Test
    void theLargestSpendGetsTheFirstColour() {
        spend("Small", "0.01", RECENT);
        spend("Sum", "0.02", RECENT);
        spend("Sum", "0.03", RECENT);
        spend("Single", "0.04", RECENT);

        assertThat(assignAt(NOW)).isEqualTo(Map.of("Sum", 1, "Single", 2, "Small", 3));
        assertThat(colours.slots(Dimension.PROVIDER)).hasSize(3);
    }

    @Test
    void neitherFreeCallsNorOldSpendCount() {
        spend("Free", "0", RECENT);
        spend("Old", "9", NOW.minus(Duration.ofDays(91)));
        spend("Recent", "0.01", NOW.minus(Duration.ofDays(90)));

        assertThat(assignAt(NOW)).isEqualTo(Map.of("Recent", 1));
    }

    @Test
    void aRecordWithoutAValueGetsNoColour() {
        ledger.record(List.of(recording(createdAt(costing(id(1), credits("0.01")), RECENT))));

        assertThat(assignAt(NOW)).isEmpty();
    }

    @Test
    void aColourIsFreeNinetyDaysAfterTheLastSpendAndNotBefore() {
        spend("Old", "0.01", NOW);
        assertThat(assignAt(NOW)).isEqualTo(Map.of("Old", 1));
        spend("New", "9", NOW.plus(Duration.ofDays(1)));

        assertThat(assignAt(NOW.plus(Duration.ofDays(90)))).isEqualTo(Map.of("Old", 1, "New", 2));
        assertThat(assignAt(NOW.plus(Duration.ofDays(91)))).isEqualTo(Map.of("New", 2));
    }

    @Test
    void aValueThatFallsBehindKeepsItsColour() {
        spend("First", "0.01", RECENT);
        assertThat(assignAt(NOW)).isEqualTo(Map.of("First", 1));
        for (int i = 0; i < 9; i++) {
            spend("Larger" + i, "1", RECENT);
        }

        assertThat(assignAt(NOW))
                .containsEntry("First", 1)
                .hasSize(ColourSlots.SLOTS)
                .doesNotContainKey("Larger8");
    }

    @Test
    void neitherTimesNorSingleCallsHaveColours() {
        assertThat(AssignColours.DIMENSIONS)
                .contains(Dimension.MODEL, Dimension.ACCOUNT)
                .doesNotContain(Dimension.DAY, Dimension.REQUEST, Dimension.SESSION);
    }
}
