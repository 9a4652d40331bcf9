package io.genledger.adapter.sql.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.metrics.DurationSketch;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MergedSketchTest {

    @Test
    void isTheSumOfWhatWasAdded() {
        Random random = new Random(7);
        MergedSketch merged = new MergedSketch();
        DurationSketch sum = DurationSketch.EMPTY;
        for (int i = 0; i < 200; i++) {
            DurationSketch part =
                    DurationSketch.of(
                            new int[] {random.nextInt(50), 50 + random.nextInt(3000)},
                            new long[] {random.nextInt(5) - 2, 1});
            merged.add(part);
            sum = sum.plus(part);
        }
        merged.add(DurationSketch.EMPTY);

        assertThat(merged.sketch()).isEqualTo(sum);
    }

    @Test
    void ofNothingIsEmpty() {
        MergedSketch merged = new MergedSketch();
        merged.add(DurationSketch.EMPTY);

        assertThat(merged.sketch()).isEqualTo(DurationSketch.EMPTY);
    }
}
