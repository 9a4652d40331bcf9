package io.genledger.adapter.sql.sketch;

import io.genledger.adapter.sql.entry.RollupKey;
import io.genledger.domain.metrics.DurationSketch;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Durations in memory by the keys of their sketches: day, shard, and the combined dimensions. */
public final class SketchSums {

    /** The day and the shard come before the dimensions. */
    private static final int DIMENSIONS_START = 2;

    private final int shard;
    private final Map<RollupKey, Sketches> sums = new HashMap<>();

    /** Sums for the rows of {@code shard}. */
    public SketchSums(int shard) {
        this.shard = shard;
    }

    /** The durations of one key. */
    private record Sketches(Durations latency, Durations generationTime) {}

    /**
     * Adds the durations of an entry.
     *
     * @param values its numbers of the combined dimensions
     * @param sign -1 to take them out
     * @param latency in microseconds; null if it states none
     * @param generationTime in microseconds; null if it states none
     */
    public void add(
            int day,
            int[] values,
            int sign,
            @Nullable Long latency,
            @Nullable Long generationTime) {
        int[] key = new int[DIMENSIONS_START + values.length];
        key[0] = day;
        key[1] = shard;
        System.arraycopy(values, 0, key, DIMENSIONS_START, values.length);
        Sketches sketches =
                sums.computeIfAbsent(
                        new RollupKey(key),
                        first -> new Sketches(new Durations(), new Durations()));
        sketches.latency().add(latency, sign);
        sketches.generationTime().add(generationTime, sign);
    }

    /** Whether nothing was added. */
    public boolean isEmpty() {
        return sums.isEmpty();
    }

    /** The keys, in their order. */
    public List<RollupKey> keys() {
        return sums.keySet().stream().sorted().toList();
    }

    /** The latencies of one key; none if it was not added to. */
    public DurationSketch latency(RollupKey key) {
        Sketches all = sums.get(key);
        return all == null ? DurationSketch.EMPTY : all.latency().sketch();
    }

    /** The generation times of one key; none if it was not added to. */
    public DurationSketch generationTime(RollupKey key) {
        Sketches all = sums.get(key);
        return all == null ? DurationSketch.EMPTY : all.generationTime().sketch();
    }

    /** Durations by their buckets, in the order in which they came; each takes four bytes. */
    private static final class Durations {

        private static final int FIRST_SIZE = 4;

        /** The bucket, or its complement where it is taken out. */
        private int[] signed = new int[FIRST_SIZE];

        private int size;

        private void add(@Nullable Long micros, int sign) {
            if (micros != null) {
                if (size == signed.length) {
                    signed = Arrays.copyOf(signed, 2 * size);
                }
                int bucket = DurationSketch.bucketOf(micros);
                signed[size++] = sign < 0 ? ~bucket : bucket;
            }
        }

        private DurationSketch sketch() {
            int[] sorted = Arrays.copyOf(signed, size);
            Arrays.sort(sorted);
            int negatives = 0;
            while (negatives < size && sorted[negatives] < 0) {
                negatives++;
            }
            int[] takenOut = new int[negatives];
            for (int i = 0; i < negatives; i++) {
                takenOut[i] = ~sorted[negatives - 1 - i];
            }
            return counted(Arrays.copyOfRange(sorted, negatives, size), 1)
                    .plus(counted(takenOut, -1));
        }

        private static DurationSketch counted(int[] ascending, long sign) {
            int[] buckets = new int[ascending.length];
            long[] counts = new long[ascending.length];
            int last = -1;
            for (int bucket : ascending) {
                if (last < 0 || buckets[last] != bucket) {
                    buckets[++last] = bucket;
                }
                counts[last] += sign;
            }
            return DurationSketch.of(
                    Arrays.copyOf(buckets, last + 1), Arrays.copyOf(counts, last + 1));
        }
    }
}
