package io.genledger.ports.decorator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.FetchOutcome;
import io.genledger.ports.GenerationSource;
import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import io.genledger.ports.testkit.GenerationSourceContract;
import io.genledger.ports.testkit.InMemoryGenerationSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetryingGenerationSourceTest extends GenerationSourceContract {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final long SEED = 20251106;

    private final List<Duration> pauses = new ArrayList<>();
    private final Random random = new Random(SEED);
    private int asked;

    @Override
    protected GenerationSource source() {
        return retrying(
                3, new InMemoryGenerationSource().add(KNOWN, KNOWN_BODY).add(AWKWARD, KNOWN_BODY));
    }

    @Override
    protected GenerationSource unreachableSource() {
        return retrying(3, InMemoryGenerationSource.unreachable());
    }

    @Override
    protected GenerationSource refusingSource() {
        return retrying(3, InMemoryGenerationSource.refusing());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 10})
    void callsItAnOutageAfterSoManyAttempts(int attempts) {
        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() ->
                        retrying(attempts, InMemoryGenerationSource.unreachable()).fetch(KNOWN));

        assertThat(asked).isEqualTo(attempts);
        assertThat(pauses).hasSize(attempts - 1);
    }

    @Test
    void answersAsSoonAsTheSourceDoes() {
        FetchOutcome outcome = retrying(3, failingUntil(3)).fetch(UNKNOWN);

        assertThat(outcome).isEqualTo(new FetchOutcome.Unknown(UNKNOWN, "back again"));
        assertThat(asked).isEqualTo(3);
    }

    @Test
    void drawsEachPauseEvenlyFromNothingToTwiceTheOneBefore() {
        int runs = 2_000;
        for (int run = 0; run < runs; run++) {
            assertThatExceptionOfType(SourceUnavailableException.class)
                    .isThrownBy(() -> unreachableFor(5).fetch(KNOWN));
        }
        for (int retry = 0; retry < 4; retry++) {
            Duration longest = FIRST_PAUSE.multipliedBy(1L << retry);
            Duration half = longest.dividedBy(2);
            int step = retry;
            List<Duration> drawn =
                    IntStream.range(0, runs).mapToObj(run -> pauses.get(run * 4 + step)).toList();

            assertThat(drawn)
                    .as("seed %d, retry %d", SEED, retry + 1)
                    .allMatch(pause -> !pause.isNegative() && pause.compareTo(longest) <= 0);
            assertThat(drawn.stream().filter(pause -> pause.compareTo(half) < 0).count())
                    .as("seed %d, retry %d", SEED, retry + 1)
                    .isBetween(runs * 4L / 10, runs * 6L / 10);
        }
    }

    @Test
    void passesOnHowLongToWaitAtOnce() {
        SourceUnavailableException busy =
                new SourceUnavailableException("busy", Optional.of(Duration.ofSeconds(30)), null);
        GenerationSource source =
                retrying(
                        3,
                        id -> {
                            throw busy;
                        });

        assertThatExceptionOfType(SourceUnavailableException.class)
                .isThrownBy(() -> source.fetch(KNOWN))
                .isSameAs(busy);
        assertThat(asked).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void neverRetriesARefusal() {
        assertThatExceptionOfType(SourceRefusedException.class)
                .isThrownBy(() -> refusingSource().fetch(KNOWN));
        assertThat(asked).isEqualTo(1);
    }

    @Test
    void neverRetriesAnAnswer() {
        source().fetch(UNKNOWN);

        assertThat(asked).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 11})
    void refusesAnotherNumberOfAttemptsThanOneToTen(int attempts) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> retrying(attempts, InMemoryGenerationSource.unreachable()))
                .withMessage("attempts are 1 to 10, not " + attempts);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT-0.001S", "PT1M0.001S", "PT2562047788015215H"})
    void refusesAFirstPauseOfLessThanNothingOrMoreThanAMinute(Duration firstPause) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new RetryingGenerationSource(
                                InMemoryGenerationSource.unreachable(),
                                1,
                                firstPause,
                                pauses::add,
                                new Random(SEED)));
    }

    private GenerationSource unreachableFor(int attempts) {
        return retrying(attempts, InMemoryGenerationSource.unreachable());
    }

    private GenerationSource failingUntil(int attempt) {
        return id -> {
            if (asked < attempt) {
                throw new SourceUnavailableException("gone for a while", null);
            }
            return new FetchOutcome.Unknown(id, "back again");
        };
    }

    private GenerationSource retrying(int attempts, GenerationSource source) {
        GenerationSource counted =
                (GenerationId id) -> {
                    asked++;
                    return source.fetch(id);
                };
        return new RetryingGenerationSource(counted, attempts, FIRST_PAUSE, pauses::add, random);
    }
}
