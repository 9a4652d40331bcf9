package io.genledger.adapter.sql.rollup;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The primary key of a rollup's row, ordered as in its index. */
final class RollupKey implements Comparable<RollupKey> {

    private final int[] parts;

    /** Takes {@code parts}, which must not be changed. */
    RollupKey(int... parts) {
        this.parts = parts;
    }

    int length() {
        return parts.length;
    }

    int part(int index) {
        return parts[index];
    }

    /** The same key with another first part. */
    RollupKey withFirst(int first) {
        int[] others = parts.clone();
        others[0] = first;
        return new RollupKey(others);
    }

    /** Writes the key into the first columns of {@code row}, and returns their number. */
    int put(@Nullable Object[] row) {
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
        return Arrays.hashCode(parts);
    }
}
