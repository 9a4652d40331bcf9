package io.genledger.ports.usecase.collect;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CollectSummaryTest {

    @ParameterizedTest
    @CsvSource({
        "1, 2, 3, 0, 0, 0, false, 0",
        "0, 0, 0, 4, 0, 0, false, 4",
        "0, 0, 0, 0, 5, 0, true, 5",
        "1, 1, 1, 4, 0, 6, true, 10"
    })
    void statesWhetherIdsHaveNoRecord(
            long recorded,
            long revised,
            long unchanged,
            long notReady,
            long givenUp,
            long failed,
            boolean hasGivenUpOrFailed,
            long withoutRecord) {
        CollectSummary summary =
                new CollectSummary(
                        recorded,
                        revised,
                        unchanged,
                        notReady,
                        givenUp,
                        failed,
                        Optional.empty(),
                        Optional.empty());

        assertThat(summary.hasGivenUpOrFailed()).isEqualTo(hasGivenUpOrFailed);
        assertThat(summary.withoutRecord()).isEqualTo(withoutRecord);
        assertThat(Arrays.stream(Outcome.values()).mapToLong(summary::count))
                .containsExactly(recorded, revised, unchanged, notReady, givenUp, failed);
    }

    @Test
    void statesRefusalAndOutage() {
        CollectSummary refused =
                new CollectSummary(
                        0,
                        0,
                        0,
                        0,
                        0,
                        0,
                        Optional.of(new SourceRefusedException("no key")),
                        Optional.empty());
        CollectSummary unavailable =
                new CollectSummary(
                        0,
                        0,
                        0,
                        0,
                        0,
                        1,
                        Optional.empty(),
                        Optional.of(new SourceUnavailableException("down", null)));

        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.isUnavailable()).isFalse();
        assertThat(unavailable.isRefused()).isFalse();
        assertThat(unavailable.isUnavailable()).isTrue();
    }

    @Test
    void threeOutcomesMeanARecordInTheLedger() {
        assertThat(Arrays.stream(Outcome.values()).filter(Outcome::isRecorded))
                .containsExactly(Outcome.RECORDED, Outcome.REVISED, Outcome.UNCHANGED);
    }
}
