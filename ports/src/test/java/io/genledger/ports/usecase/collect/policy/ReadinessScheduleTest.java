package io.genledger.ports.usecase.collect.policy;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessScheduleTest {

    private static final Instant STARTED = Instant.parse("2025-08-20T08:02:07Z");
    private static final Random RANDOM = new Random(20251106);

    private final ReadinessSchedule schedule = new ReadinessSchedule(Duration.ofMinutes(15));

    /** The attempts so far, and the pause, which varies by a fifth. */
    @ParameterizedTest
    @CsvSource({
        "0, PT2S",
        "1, PT6S",
        "2, PT6S",
        "3, PT6S",
        "4, PT9S",
        "5, PT13S",
        "6, PT20S",
        "7, PT30S",
        "8, PT45S",
        "9, PT1M",
        "10, PT1M",
        "1000000, PT1M"
    })
    void pausesGrowFromTwoSecondsToAMinute(int attempts, Duration pause) {
        GenerationId undated = new GenerationId("gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG");
        Claim claim = claim(undated, STARTED, attempts);
        for (int i = 0; i < 100; i++) {
            assertThat(schedule.next(claim, at(Duration.ZERO), RANDOM).orElseThrow())
                    .isBetween(
                            pause.multipliedBy(4).dividedBy(5), pause.multipliedBy(6).dividedBy(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT14M59S, PT1S", "PT14M59.999S, PT0.001S"})
    void theLastFetchIsAtGiveUpAfter(Duration age, Duration left) {
        Claim claim = claim(new GenerationId("gen-1755676927-a"), STARTED, 20);

        assertThat(schedule.next(claim, at(age), RANDOM)).contains(left);
    }

    @ParameterizedTest
    @CsvSource({
        // Tracked long after the generation began: the id states its age.
        "gen-1755676927-a, P1D, P1D, false",
        "gen-1755676927-a, PT10S, PT20S, true",
        "gen-1755676927-a, PT0S, PT15M, false",
        "gen-1755676927-a, PT0S, P127D, false",
        // The second in an id is ignored if it lies after the id was tracked.
        "gen-9999999999-a, PT0S, PT20S, true",
        "gen-9999999999-a, PT0S, PT16M, false"
    })
    void countsFromTheSecondInTheIdUnlessItIsInTheFuture(
            String id, Duration seenAfter, Duration fetchedAfter, boolean again) {
        Claim claim = claim(new GenerationId(id), STARTED.plus(seenAfter), 3);

        assertThat(schedule.next(claim, at(fetchedAfter), RANDOM).isPresent()).isEqualTo(again);
    }

    /** The id was tracked before the wall clock was set, or after it. */
    @ParameterizedTest
    @CsvSource({
        "PT0S, PT1H1M, PT1M, true",
        "PT1H, PT1H1M, PT1M, true",
        "PT0S, -PT59M, PT1M, true",
        "-PT1H, -PT59M, PT1M, true",
        "PT0S, PT1H15M, PT15M, false",
        "-PT1H, -PT45M, PT15M, false",
        "PT1H, PT1H15M, PT15M, false"
    })
    void aWallClockThatWasSetMakesNoIdOld(
            Duration seenAfter, Duration wall, Duration monotonic, boolean again) {
        GenerationId undated = new GenerationId("gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG");
        RunTime now = new RunTime(STARTED.plus(wall), STARTED.plus(monotonic));

        assertThat(schedule.next(claim(undated, STARTED.plus(seenAfter), 3), now, RANDOM))
                .matches(next -> next.isPresent() == again);
    }

    @Test
    void acceptsTheLongestGiveUpAfter() {
        Claim claim = claim(new GenerationId("gen-1755676927-a"), STARTED, 3);
        Duration longest = Duration.parse("PT2562047788015215H");

        assertThat(new ReadinessSchedule(longest).next(claim, at(Duration.ofSeconds(3)), RANDOM))
                .isPresent();
    }

    private static RunTime at(Duration sinceStart) {
        Instant now = STARTED.plus(sinceStart);
        return new RunTime(now, now);
    }

    private static Claim claim(GenerationId id, Instant since, int attempts) {
        return new Claim(id, AccountName.DEFAULT, since, attempts, false, new Lease(1, since));
    }
}
