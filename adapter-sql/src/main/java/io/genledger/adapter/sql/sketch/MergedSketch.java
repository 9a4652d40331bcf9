package io.genledger.adapter.sql.sketch;

import io.genledger.domain.metrics.DurationSketch;
import java.util.Arrays;
import java.util.stream.IntStream;

/** Adds up many sketches in place, because a new sketch for each sum would be copied each time. */
public final class MergedSketch {

    private long[] counts = new long[0];

    /** Adds {@code sketch}. */
    public void add(DurationSketch sketch) {
        int[] buckets = sketch.buckets();
        long[] added = sketch.counts();
        if (buckets.length > 0 && buckets[buckets.length - 1] >= counts.length) {
            counts = Arrays.copyOf(counts, buckets[buckets.length - 1] + 1);
        }
        for (int i = 0; i < buckets.length; i++) {
            counts[buckets[i]] += added[i];
        }
    }

    /** The sketch of all durations that were added. */
    public DurationSketch sketch() {
        return DurationSketch.of(IntStream.range(0, counts.length).toArray(), counts);
    }
}
