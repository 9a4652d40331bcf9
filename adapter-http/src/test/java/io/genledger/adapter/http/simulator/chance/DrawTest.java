package io.genledger.adapter.http.simulator.chance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DrawTest {

    private static final Draw DRAW = new Draw(42);

    @Test
    void theSameAttemptDrawsTheSame() {
        assertThat(DRAW.forAttempt("gen-1", 2).nextLong())
                .isEqualTo(new Draw(42).forAttempt("gen-1", 2).nextLong());
    }

    @Test
    void everythingElseDrawsSomethingElse() {
        Set<Long> drawn = new HashSet<>();
        int draws = 0;
        for (long seed = -3; seed <= 3; seed++) {
            for (long series = 0; series < 7; series++) {
                for (int id = 0; id < 50; id++) {
                    for (int nth = 1; nth <= 20; nth++) {
                        Draw draw = new Draw(seed).series(series);
                        drawn.add(draw.forAttempt("gen-" + id, nth).nextLong());
                        draws++;
                    }
                }
            }
        }

        assertThat(drawn).hasSize(draws);
    }

    @Test
    void whatIsDrawnNeverChangesBetweenReleases() {
        assertThat(DRAW.forAttempt("gen-1", 1).nextInt(1_000_000)).isEqualTo(691614);
        assertThat(DRAW.forId("gen-1").nextInt(1_000_000)).isEqualTo(544635);
        assertThat(DRAW.series(3).forNumber(5).nextInt(1_000_000)).isEqualTo(780082);
    }

    @Test
    void idsThatDifferInACharacterHaveNothingInCommon() {
        int bits = 0;
        for (int i = 0; i < 1000; i++) {
            bits += Long.bitCount(Draw.hash("gen-" + i) ^ Draw.hash("gen-" + (i + 1)));
        }

        assertThat(bits / 1000).isBetween(30, 34);
    }
}
