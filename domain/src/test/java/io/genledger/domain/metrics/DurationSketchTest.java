package io.genledger.domain.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.metrics.DurationPercentiles.Spread;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationSketchTest {

    /** The longest duration that a ledger records is 10^9 ms. */
    private static final long LONGEST = 1_000_000_000_000L;

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "255, 255",
        "256, 256",
        "257, 256",
        "258, 257",
        "511, 383",
        "512, 384",
        "515, 384",
        "516, 385"
    })
    void bucketsAreAsWideAsTheirDurationsAllow(long micros, int bucket) {
        assertThat(DurationSketch.bucketOf(micros)).isEqualTo(bucket);
    }

    @Test
    void aNegativeDurationHasNoBucket() {
        assertThatIllegalArgumentException().isThrownBy(() -> DurationSketch.bucketOf(-1));
    }

    @Test
    void bucketsAreNumberedWithoutAGap() {
        int last = 0;
        for (long micros = 0; micros < 200_000; micros++) {
            int bucket = DurationSketch.bucketOf(micros);
            assertThat(bucket - last).isBetween(0, 1);
            last = bucket;
        }
        assertThat(DurationSketch.bucketOf(Long.MAX_VALUE)).isEqualTo(55 * 128 + 255);
    }

    @Test
    void shortDurationsAreExact() {
        for (long micros = 0; micros < 256; micros++) {
            assertThat(sketch(List.of(micros)).spread())
                    .contains(new Spread(duration(micros), duration(micros)));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void percentilesAreWithinTheErrorOfTheExactOnes(long seed) {
        Random random = new Random(seed);
        for (LongSupplier distribution : distributions(random)) {
            List<Long> values = values(random, distribution);
            Spread exact =
                    Spread.of(values.stream().map(DurationSketchTest::duration).toList())
                            .orElseThrow();
            Spread about = sketch(values).spread().orElseThrow();
            assertWithin(about.p50(), exact.p50());
            assertWithin(about.p95(), exact.p95());
        }
    }

    private static void assertWithin(Duration about, Duration exact) {
        BigDecimal bound =
                DurationSketch.MAX_ERROR.multiply(BigDecimal.valueOf(exact.toNanos() / 1_000));
        assertThat(BigDecimal.valueOf(about.minus(exact).abs().toNanos() / 1_000))
                .as("%s, exactly %s", about, exact)
                .isLessThanOrEqualTo(bound);
    }

    private static List<LongSupplier> distributions(Random random) {
        return List.of(
                () -> random.nextInt(1_000),
                () -> (long) (random.nextDouble() * LONGEST),
                () -> (long) Math.exp(14 + random.nextGaussian()),
                () -> random.nextInt(10) == 0 ? 60_000_000 : 300_000 + random.nextInt(9),
                () -> 1L << random.nextInt(40),
                () -> (1L << random.nextInt(40)) - 1);
    }

    private static List<Long> values(Random random, LongSupplier distribution) {
        List<Long> values = new ArrayList<>();
        int count = 1 + random.nextInt(2_000);
        for (int i = 0; i < count; i++) {
            values.add(distribution.getAsLong());
        }
        return values;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void addsUpInAnyOrderAndTakesValuesOutAgain(long seed) {
        Random random = new Random(seed);
        List<Long> kept = values(random, () -> random.nextInt(2_000_000));
        List<DurationSketch> parts = new ArrayList<>();
        for (long value : kept) {
            parts.add(one(value, 1));
            if (random.nextBoolean()) {
                long corrected = random.nextInt(2_000_000);
                parts.add(one(corrected, 1));
                parts.add(one(corrected, -1));
            }
        }
        Collections.shuffle(parts, random);
        DurationSketch sum = DurationSketch.EMPTY;
        DurationSketch other = DurationSketch.EMPTY;
        for (DurationSketch part : parts) {
            if (random.nextBoolean()) {
                sum = sum.plus(part);
            } else {
                other = part.plus(other);
            }
        }

        assertThat(sum.plus(other)).isEqualTo(sketch(kept)).hasSameHashCodeAs(sketch(kept));
        assertThat(sum.plus(other).count()).isEqualTo(kept.size());
        assertThat(sketch(kept).minus(sum)).isEqualTo(other);
    }

    @Test
    void aCorrectionThatCameFirstLeavesNothing() {
        DurationSketch correction = one(5, -1);

        assertThat(correction.count()).isEqualTo(-1);
        assertThat(correction.spread()).isEmpty();
        assertThat(correction).isNotEqualTo(one(5, 1)).isNotEqualTo(one(6, -1));
        assertThat(correction).isNotEqualTo(new Object());
        assertThat(correction.plus(one(5, 1))).isEqualTo(DurationSketch.EMPTY);
        assertThat(DurationSketch.EMPTY.isEmpty()).isTrue();
        assertThat(DurationSketch.EMPTY.spread()).isEmpty();
    }

    @Test
    void aRankBeyondWhatIsCountedIsTheLongest() {
        DurationSketch part =
                DurationSketch.of(new int[] {1, 2, 3}, new long[] {9, 9, -1}).plus(one(2, -9));

        assertThat(part).hasToString("{bucket 1: 9, bucket 3: -1}");
        assertThat(part.spread()).contains(new Spread(duration(1), duration(1)));
        assertThat(DurationSketch.of(new int[] {1, 3}, new long[] {-8, 9}).spread())
                .contains(new Spread(duration(3), duration(3)));
    }

    @Test
    void refusesBucketsThatAreNotInOrder() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationSketch.of(new int[] {2, 2}, new long[] {1, 1}))
                .withMessage("bucket 2 after bucket 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationSketch.of(new int[] {-1}, new long[] {1}));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DurationSketch.of(new int[] {1}, new long[0]))
                .withMessage("1 buckets with 0 counts");
    }

    @Test
    void givesItsBucketsAway() {
        DurationSketch sketch = DurationSketch.of(new int[] {1, 2, 3}, new long[] {1, 0, 2});

        assertThat(sketch.buckets()).containsExactly(1, 3);
        assertThat(sketch.counts()).containsExactly(1, 2);
        assertThat(sketch.countOf(2)).isZero();
        assertThat(sketch.countOf(3)).isEqualTo(2);
        sketch.buckets()[0] = 2;
        sketch.counts()[0] = 2;
        assertThat(sketch).isEqualTo(DurationSketch.of(new int[] {1, 3}, new long[] {1, 2}));
    }

    private static Duration duration(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    private static DurationSketch one(long micros, long count) {
        return DurationSketch.of(new int[] {DurationSketch.bucketOf(micros)}, new long[] {count});
    }

    private static DurationSketch sketch(List<Long> micros) {
        int[] buckets = micros.stream().mapToInt(DurationSketch::bucketOf).sorted().toArray();
        int[] distinct = Arrays.stream(buckets).distinct().toArray();
        long[] counts = new long[distinct.length];
        for (int bucket : buckets) {
            counts[Arrays.binarySearch(distinct, bucket)]++;
        }
        return DurationSketch.of(distinct, counts);
    }
}
