package io.genledger.domain.metrics;

import io.genledger.domain.metrics.DurationPercentiles.Spread;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;

/**
 * How often durations of about the same length occur, which tells their percentiles within {@link
 * #MAX_ERROR}. Sketches add up: that of two groups together is the sum of theirs, in any order, and
 * a duration that is counted with -1 is taken out again. A count may be negative, in a part of the
 * durations that has the correction of another part.
 *
 * <p>Durations below 256 µs have a bucket each. Above, every power of two has 128 buckets of one
 * width, so that a bucket is at most 1/128 of its values wide, and its middle at most 1/256 from
 * each of them.
 */
public final class DurationSketch {

    /** By how much of its value a percentile may be off at most: 1/256, rounded up. */
    public static final BigDecimal MAX_ERROR = new BigDecimal("0.004");

    /** The sketch of no duration. */
    public static final DurationSketch EMPTY = new DurationSketch(new int[0], new long[0]);

    private static final int HALF_BITS = 7;

    private final int[] buckets;
    private final long[] counts;

    private DurationSketch(int[] buckets, long[] counts) {
        this.buckets = buckets;
        this.counts = counts;
    }

    /**
     * A sketch of some buckets.
     *
     * @param buckets their numbers, in ascending order
     * @param counts of each of them; those of 0 are left out
     * @throws IllegalArgumentException if the numbers are negative or not in order, or there is not
     *     one count for each
     */
    public static DurationSketch of(int[] buckets, long[] counts) {
        if (buckets.length != counts.length) {
            throw new IllegalArgumentException(
                    "%d buckets with %d counts".formatted(buckets.length, counts.length));
        }
        Merged merged = new Merged(buckets.length);
        int last = -1;
        for (int i = 0; i < buckets.length; i++) {
            if (buckets[i] <= last) {
                throw new IllegalArgumentException(
                        "bucket %d after bucket %d".formatted(buckets[i], last));
            }
            last = buckets[i];
            merged.add(last, counts[i]);
        }
        return merged.sketch();
    }

    /**
     * The number of the bucket that counts durations of {@code micros} microseconds.
     *
     * @throws IllegalArgumentException if {@code micros} is negative
     */
    public static int bucketOf(long micros) {
        if (micros < 0) {
            throw new IllegalArgumentException("a duration of " + micros + " µs");
        }
        int shift = Math.max(0, Long.SIZE - HALF_BITS - 1 - Long.numberOfLeadingZeros(micros));
        return (shift << HALF_BITS) + (int) (micros >>> shift);
    }

    /** The middle of a bucket. */
    private static Duration middleOf(int bucket) {
        int shift = Math.max(0, (bucket >> HALF_BITS) - 1);
        long first = (long) (bucket - (shift << HALF_BITS)) << shift;
        return Duration.of(first + ((1L << shift) - 1) / 2, ChronoUnit.MICROS);
    }

    /** The sketch of the durations of both. */
    public DurationSketch plus(DurationSketch other) {
        if (other.isEmpty()) {
            return this;
        }
        Merged merged = new Merged(buckets.length + other.buckets.length);
        int i = 0;
        int j = 0;
        while (i < buckets.length || j < other.buckets.length) {
            int mine = i < buckets.length ? buckets[i] : Integer.MAX_VALUE;
            int theirs = j < other.buckets.length ? other.buckets[j] : Integer.MAX_VALUE;
            long count = 0;
            if (mine <= theirs) {
                count += counts[i++];
            }
            if (theirs <= mine) {
                count += other.counts[j++];
            }
            merged.add(Math.min(mine, theirs), count);
        }
        return merged.sketch();
    }

    /** The sketch of the durations that {@code other} does not have. */
    public DurationSketch minus(DurationSketch other) {
        return plus(
                new DurationSketch(
                        other.buckets, Arrays.stream(other.counts).map(one -> -one).toArray()));
    }

    /** The count of one bucket. */
    public long countOf(int bucket) {
        int index = Arrays.binarySearch(buckets, bucket);
        return index < 0 ? 0 : counts[index];
    }

    /** The sum of its counts. */
    public long count() {
        return Arrays.stream(counts).sum();
    }

    /** Whether it has no bucket. */
    public boolean isEmpty() {
        return buckets.length == 0;
    }

    /** The numbers of its buckets, in ascending order. */
    public int[] buckets() {
        return buckets.clone();
    }

    /** The count of each of {@link #buckets}; none is 0. */
    public long[] counts() {
        return counts.clone();
    }

    /** The percentiles, each within {@link #MAX_ERROR} of itself; empty of no duration. */
    public Optional<Spread> spread() {
        long all = count();
        return all <= 0 ? Optional.empty() : Optional.of(new Spread(at(all, 50), at(all, 95)));
    }

    private Duration at(long all, int percent) {
        long rank = -Math.floorDiv(-all * percent, 100L);
        int i = 0;
        long seen = counts[0];
        while (seen < rank && i < counts.length - 1) {
            i++;
            seen += counts[i];
        }
        return middleOf(buckets[i]);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DurationSketch sketch
                && Arrays.equals(buckets, sketch.buckets)
                && Arrays.equals(counts, sketch.counts);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(buckets) + Arrays.hashCode(counts);
    }

    /** Such as {@code {bucket 1793: 2, bucket 1795: 1}}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < buckets.length; i++) {
            text.append(i == 0 ? "" : ", ")
                    .append("bucket ")
                    .append(buckets[i])
                    .append(": ")
                    .append(counts[i]);
        }
        return text.append('}').toString();
    }

    /** Buckets that are added in ascending order. */
    private static final class Merged {

        private final int[] buckets;
        private final long[] counts;
        private int size;

        private Merged(int most) {
            buckets = new int[most];
            counts = new long[most];
        }

        private void add(int bucket, long count) {
            if (count != 0) {
                buckets[size] = bucket;
                counts[size] = count;
                size++;
            }
        }

        private DurationSketch sketch() {
            return size == 0
                    ? EMPTY
                    : new DurationSketch(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
        }
    }
}
