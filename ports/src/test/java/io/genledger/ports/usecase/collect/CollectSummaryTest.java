package io.genledger.ports.usecase.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.report.SpendTotals;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CollectSummaryTest {

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void countsEachOutcome(Outcome outcome) {
        CollectSummary summary = summary(Map.of(outcome, 3L));

        assertThat(Arrays.stream(Outcome.values()).mapToLong(summary::count).sum()).isEqualTo(3);
        assertThat(summary.count(outcome)).isEqualTo(3);
    }

    @Test
    void statesRefusalAndOutage() {
        CollectSummary refused =
                new CollectSummary(
                        Map.of(),
                        SpendTotals.NONE,
                        Optional.of(new SourceRefusedException("no key")),
                        Optional.empty(),
                        false);
        CollectSummary unavailable =
                new CollectSummary(
                        Map.of(Outcome.UNAVAILABLE, 1L),
                        SpendTotals.NONE,
                        Optional.empty(),
                        Optional.of(new SourceUnavailableException("down", null)),
                        false);

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.isUnavailable()).isFalse();
        assertThat(unavailable.isRefused()).isFalse();
        assertThat(unavailable.isUnavailable()).isTrue();
    }

    @Test
    void fourOutcomesMeanARecordInTheLedger() {
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::isRecorded))
                .containsExactly(
                        Outcome.RECORDED, Outcome.REVISED, Outcome.REPLACED, Outcome.UNCHANGED);
    }

    private static CollectSummary summary(Map<Outcome, Long> counts) {
        return new CollectSummary(
                counts, SpendTotals.NONE, Optional.empty(), Optional.empty(), false);
    }
}
