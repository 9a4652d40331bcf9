package io.genledger.adapter.sql.entry;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The primary key of a rollup's row, ordered as in its index. */
public final class RollupKey implements Comparable<RollupKey> {

    /** Small numbers times 31 would fall on each other. */
    private static final int SPREAD = 0x9E37_79B1;

    private final int[] parts;

    /** Takes {@code parts}, which must not be changed. */
    public RollupKey(int... parts) {
        this.parts = parts;
    }

    /** The number of its columns. */
    public int length() {
        return parts.length;
    }

    /** The value of one column. */
    public int part(int index) {
        return parts[index];
    }

    /** The same key with another first part. */
    public RollupKey withFirst(int first) {
        int[] others = parts.clone();
        others[0] = first;
        return new RollupKey(others);
    }

    /** Writes the key into the first columns of {@code row}, and returns their number. */
    public int put(@Nullable Object[] row) {
        for (int i = 0; i < parts.length; i++) {
            row[i] = parts[i];
        }
        return parts.length;
    }

    @Override
    public int compareTo(RollupKey other) {
        return Arrays.compare(parts, other.parts);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof RollupKey key && Arrays.equals(parts, key.parts);
    }

    @Override
    public int hashCode() {
        int hash = 0;
        for (int part : parts) {
            hash = hash * SPREAD + part;
        }
        return hash ^ hash >>> 15;
    }

    /** The parts in their order, such as {@code 20321,0,1,7}. */
    @Override
    public String toString() {
        return Arrays.stream(parts).mapToObj(Integer::toString).collect(Collectors.joining(","));
    }
}
