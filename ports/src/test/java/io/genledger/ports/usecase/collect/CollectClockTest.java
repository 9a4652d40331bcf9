package io.genledger.ports.usecase.collect;

import static io.genledger.ports.usecase.collect.CollectFixture.NOW;
import static io.genledger.ports.usecase.collect.CollectFixture.found;
import static io.genledger.ports.usecase.collect.CollectFixture.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.queue.Outcome;
import io.genledger.ports.testkit.SampleGenerations;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The wall clock is set while ids wait, by an hour or more. */
class CollectClockTest {

    private final CollectFixture fixture = new CollectFixture();
    private final List<Instant> requests = new ArrayList<>();

    /** Each id is ready 30 s after NOW, by the monotonic time that has passed. */
    @ParameterizedTest
    @ValueSource(strings = {"-PT1H", "PT1H", "-P10D", "P10D"})
    void aStepDuringTheRunDelaysNoIdAndGivesNoneUp(Duration step) {
        List<Duration> passed = new ArrayList<>();
        CollectSummary summary =
                fixture.tracking(20)
                        .planning(plan -> plan.waitingForAll(Optional.empty()))
                        .atEachWait(() -> {
                            if (passed.isEmpty() && fixture.now.isAfter(NOW.plusSeconds(5))) {
                                passed.add(fixture.passed());
                                fixture.now = fixture.now.plus(step);
                            }
                        })
                        .collectFrom(id ->
                                fixture.passed().compareTo(Duration.ofSeconds(30)) < 0
                                        ? unknown(id)
                                        : found(id));

        assertThat(passed).hasSize(1);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(20);
        assertThat(fixture.passed()).isLessThan(Duration.ofMinutes(1));
    }

    @Test
    void aRunAfterTheClockWasSetBackFetchesWhatIsDue() {
        fixture.tracking(5).collectFrom(CollectFixture::unknown);
        fixture.now = NOW.minus(Duration.ofHours(1));
        CollectSummary summary = fixture.collectFrom(CollectFixture::found);

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(5);
    }

    @Test
    void idsThatWereTrackedWhileTheClockWasAheadAreFetched() {
        fixture.pending.track(Set.of(SampleGenerations.id(1)), NOW.plus(Duration.ofDays(10)));
        CollectSummary summary = fixture.collectFrom(CollectFixture::found);

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
    }

    /** Another run was killed, and the clock set back by an hour since. */
    @Test
    void aLeaseOfAKilledRunExpiresAlthoughTheClockWasSetBack() {
        fixture.tracking(1);
        var claimed = fixture.pending.claim(1, NOW, fixture.plan.lease());
        fixture.now = NOW.minus(Duration.ofHours(1));
        CollectSummary summary =
                fixture.collectFrom(id -> {
                    requests.add(fixture.now);
                    return found(id);
                });

        assertThat(claimed).hasSize(1);
        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
    }
}
