package io.genledger.adapter.sql.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.genledger.domain.metrics.DurationSketch;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SketchBodyTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void decodesWhatItEncoded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            DurationSketch sketch = random(random);
            byte[] body = SketchBody.encode(sketch);
            assertThat(SketchBody.decode(body)).isEqualTo(sketch);
        }
    }

    private static DurationSketch random(Random random) {
        int most = DurationSketch.bucketOf(Long.MAX_VALUE) + 1;
        int[] buckets = random.ints(random.nextInt(200), 0, most).sorted().distinct().toArray();
        long[] counts = new long[buckets.length];
        Arrays.setAll(
                counts,
                i -> random.nextBoolean() ? 1 : random.nextLong() >> random.nextInt(Long.SIZE));
        return DurationSketch.of(buckets, counts);
    }

    @Test
    void aBucketOfOneDurationIsOneByteBesideOthers() {
        DurationSketch sketch =
                DurationSketch.of(new int[] {3, 4, 69, 134}, new long[] {1, 1, 2, -1});

        assertThat(SketchBody.encode(sketch)).containsExactly(6, 0, 0x81, 1, 4, 0x81, 1, 1);
    }

    @Test
    void noDurationHasNoBody() {
        assertThat(SketchBody.encode(DurationSketch.EMPTY)).isNull();
        assertThat(SketchBody.decode(null)).isEqualTo(DurationSketch.EMPTY);
    }

    @Test
    void refusesBytesThatAreNoSketch() {
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) -1);
        byte[] beyondTheLastBucket = {-1, -1, -1, 0x0F};
        for (byte[] body : new byte[][] {{-1}, {1}, {3, -1}, endless, beyondTheLastBucket}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> SketchBody.decode(body))
                    .withMessageContaining("damaged at byte");
        }
    }
}
