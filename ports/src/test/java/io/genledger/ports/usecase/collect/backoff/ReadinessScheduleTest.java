package io.genledger.ports.usecase.collect.backoff;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessScheduleTest {

    private static final Instant STARTED = Instant.parse("2025-08-20T08:02:07Z");
    private static final long SEED = 20251106;

    private final ReadinessSchedule schedule =
            new ReadinessSchedule(Duration.ofMinutes(15), new Jitter(new Random(SEED)));

    /** The attempts so far, and the pause, which varies by a fifth. */
    @ParameterizedTest
    @CsvSource({
        "0, PT2S",
        "1, PT6S",
        "2, PT6S",
        "3, PT6S",
        "4, PT9S",
        "5, PT13.5S",
        "8, PT45.5625S",
        "9, PT1M",
        "1000000, PT1M"
    })
    void pausesGrowFromTwoSecondsToAMinute(int attempts, Duration pause) {
        GenerationId undated = new GenerationId("gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG");
        Claim claim = claim(undated, STARTED, attempts);
        for (int i = 0; i < 100; i++) {
            Instant next = schedule.next(claim, STARTED).orElseThrow();

            assertThat(Duration.between(STARTED, next))
                    .as("seed %d", SEED)
                    .isBetween(
                            pause.multipliedBy(4).dividedBy(5), pause.multipliedBy(6).dividedBy(5));
        }
    }

    @ParameterizedTest
    @CsvSource({"PT14M59S, PT15M", "PT14M59.999S, PT15M"})
    void theLastFetchIsAtGiveUpAfter(Duration age, Duration last) {
        Claim claim = claim(new GenerationId("gen-1755676927-a"), STARTED, 20);

        assertThat(schedule.next(claim, STARTED.plus(age))).contains(STARTED.plus(last));
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

        assertThat(schedule.next(claim, STARTED.plus(fetchedAfter)).isPresent()).isEqualTo(again);
    }

    @ParameterizedTest
    @CsvSource({"PT2562047788015215H"})
    void acceptsTheLongestGiveUpAfter(Duration giveUpAfter) {
        Claim claim = claim(new GenerationId("gen-1755676927-a"), STARTED, 3);
        Optional<Instant> next =
                new ReadinessSchedule(giveUpAfter, new Jitter(new Random(SEED)))
                        .next(claim, STARTED.plusSeconds(3));

        assertThat(next).isPresent();
    }

    private static Claim claim(GenerationId id, Instant since, int attempts) {
        return new Claim(id, since, attempts, false, new Lease(1, since));
    }
}
