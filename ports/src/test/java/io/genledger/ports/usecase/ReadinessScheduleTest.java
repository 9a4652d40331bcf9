package io.genledger.ports.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Lease;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadinessScheduleTest {

    private static final Instant STARTED = Instant.parse("2025-08-20T08:02:07Z");
    private static final ReadinessSchedule SCHEDULE = new ReadinessSchedule(Duration.ofMinutes(15));

    /** Age of the generation, and the pause until it is asked for again. */
    @ParameterizedTest
    @CsvSource({
        "PT-1H, PT2S",
        "PT0S, PT2S",
        "PT4S, PT2S",
        "PT4.002S, PT2.001S",
        "PT17.8S, PT8.9S",
        "PT2M, PT1M",
        "PT2M1S, PT1M",
        "PT15M, PT1M",
        "PT15M0.001S, ",
        "P127D, "
    })
    void asksLessOftenTheOlderItGetsUntilPatienceEnds(Duration age, @Nullable Duration pause) {
        GenerationId undated = new GenerationId("gen-3bhGkxlo4XFrqiabUM7NDtwDzWwG");
        Instant now = STARTED.plus(age);

        assertThat(SCHEDULE.next(claim(undated, STARTED), now))
                .isEqualTo(Optional.ofNullable(pause).map(now::plus));
    }

    @ParameterizedTest
    @CsvSource({
        // Tracked long after the request began: the id tells its age.
        "gen-1755676927-a, P1D, P1D, ",
        "gen-1755676927-a, PT10S, PT20S, PT10S",
        // An id that claims to be younger than it can be is not believed.
        "gen-9999999999-a, PT0S, PT20S, PT10S",
        "gen-9999999999-a, PT0S, PT16M, "
    })
    void countsFromTheIdsOwnSecondUnlessThatLiesAhead(
            String id, Duration seenAfter, Duration askedAfter, @Nullable Duration pause) {
        Claim claim = claim(new GenerationId(id), STARTED.plus(seenAfter));
        Instant now = STARTED.plus(askedAfter);

        assertThat(SCHEDULE.next(claim, now)).isEqualTo(Optional.ofNullable(pause).map(now::plus));
    }

    private static Claim claim(GenerationId id, Instant since) {
        return new Claim(id, since, 3, false, new Lease(1, since));
    }
}
