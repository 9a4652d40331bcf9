package io.genledger.adapter.http.simulator.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SeededRandomTest {

    private static final SeededRandom RANDOM = new SeededRandom(42);

    @Test
    void theSameAttemptYieldsTheSameNumbers() {
        assertThat(RANDOM.forAttempt("gen-1", 2).nextLong())
                .isEqualTo(new SeededRandom(42).forAttempt("gen-1", 2).nextLong());
    }

    @Test
    void seedSeriesIdAndAttemptAllMatter() {
        Set<Long> numbers = new HashSet<>();
        int count = 0;
        for (long seed = -3; seed <= 3; seed++) {
            for (long series = 0; series < 7; series++) {
                for (int id = 0; id < 50; id++) {
                    for (int nth = 1; nth <= 20; nth++) {
                        SeededRandom random = new SeededRandom(seed).series(series);
                        numbers.add(random.forAttempt("gen-" + id, nth).nextLong());
                        count++;
                    }
                }
            }
        }

        assertThat(numbers).hasSize(count);
    }

    @Test
    void numbersStayTheSameBetweenReleases() {
        assertThat(RANDOM.forAttempt("gen-1", 1).nextInt(1_000_000)).isEqualTo(691614);
        assertThat(RANDOM.forId("gen-1").nextInt(1_000_000)).isEqualTo(544635);
        assertThat(RANDOM.series(3).forNumber(5).nextInt(1_000_000)).isEqualTo(780082);
    }

    @Test
    void similarIdsHaveUnrelatedHashes() {
        int bits = 0;
        for (int i = 0; i < 1000; i++) {
            bits +=
                    Long.bitCount(
                            SeededRandom.hash("gen-" + i) ^ SeededRandom.hash("gen-" + (i + 1)));
        }

        assertThat(bits / 1000).isBetween(30, 34);
    }
}
