package io.genledger.adapter.sql.sketch;

import io.genledger.domain.metrics.DurationSketch;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Sketches as bytes. Each bucket is the number of empty buckets before it, doubled, plus one if its
 * count follows: without, the count is 1. Both numbers are written by seven bits a byte, the lowest
 * first, and a count by its sign in the lowest bit. Most buckets of a day are one byte.
 */
public final class SketchBody {

    private static final int BITS = 7;
    private static final int MORE = 1 << BITS;

    /** No duration has a higher one. */
    private static final int MOST_BUCKETS = DurationSketch.bucketOf(Long.MAX_VALUE) + 1;

    private SketchBody() {}

    /** The bytes of {@code sketch}; null if it is empty. */
    public static byte @Nullable [] encode(DurationSketch sketch) {
        if (sketch.isEmpty()) {
            return null;
        }
        int[] buckets = sketch.buckets();
        long[] counts = sketch.counts();
        ByteArrayOutputStream body = new ByteArrayOutputStream(2 * buckets.length);
        int next = 0;
        for (int i = 0; i < buckets.length; i++) {
            int gap = buckets[i] - next;
            next = buckets[i] + 1;
            if (counts[i] == 1) {
                write(body, 2L * gap);
            } else {
                write(body, 2L * gap + 1);
                write(body, counts[i] << 1 ^ counts[i] >> (Long.SIZE - 1));
            }
        }
        return body.toByteArray();
    }

    private static void write(ByteArrayOutputStream body, long number) {
        long rest = number;
        while ((rest & -MORE) != 0) {
            body.write((int) (rest & MORE - 1) | MORE);
            rest >>>= BITS;
        }
        body.write((int) rest);
    }

    /**
     * The sketch of {@code body}, which is empty if that is null.
     *
     * @throws IllegalArgumentException if these are not the bytes of a sketch
     */
    public static DurationSketch decode(byte @Nullable [] body) {
        return body == null ? DurationSketch.EMPTY : new Reader(body).sketch();
    }

    /** Reads one body. */
    private static final class Reader {

        private final byte[] body;
        private int at;

        private Reader(byte[] body) {
            this.body = body;
        }

        private DurationSketch sketch() {
            int[] buckets = new int[body.length];
            long[] counts = new long[body.length];
            int size = 0;
            long next = 0;
            while (at < body.length) {
                long gap = number();
                long bucket = next + (gap >>> 1);
                if (bucket >= MOST_BUCKETS) {
                    throw damaged();
                }
                buckets[size] = (int) bucket;
                counts[size] = (gap & 1) == 0 ? 1 : count();
                size++;
                next = bucket + 1;
            }
            return DurationSketch.of(Arrays.copyOf(buckets, size), Arrays.copyOf(counts, size));
        }

        private long count() {
            long number = number();
            return number >>> 1 ^ -(number & 1);
        }

        private long number() {
            long number = 0;
            for (int shift = 0; shift < Long.SIZE; shift += BITS) {
                if (at == body.length) {
                    throw damaged();
                }
                byte next = body[at++];
                number |= (long) (next & MORE - 1) << shift;
                if (next >= 0) {
                    return number;
                }
            }
            throw damaged();
        }

        private IllegalArgumentException damaged() {
            return new IllegalArgumentException(
                    "a sketch of %d bytes is damaged at byte %d".formatted(body.length, at));
        }
    }
}
