package io.genledger.adapter.sql.rollup;

import io.genledger.adapter.sql.entry.EntryDimension;
import io.genledger.adapter.sql.entry.EntryRow;
import io.genledger.adapter.sql.entry.RollupKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** Sums in memory by the keys of a rollup. */
final class RollupSums {

    /** The bucket and the shard come before the dimensions. */
    private static final int DIMENSIONS_START = 2;

    private final int shard;
    private final Map<RollupKey, long[]> sums = new HashMap<>();

    /** Sums for the rows of {@code shard}. */
    RollupSums(int shard) {
        this.shard = shard;
    }

    /** Adds the sums of an entry by its values of some dimensions together. */
    void add(int bucket, EntryRow row, List<EntryDimension> dimensions, long[] entry) {
        int[] key = new int[DIMENSIONS_START + dimensions.size()];
        key[0] = bucket;
        key[1] = shard;
        for (int i = 0; i < dimensions.size(); i++) {
            key[DIMENSIONS_START + i] = row.number(dimensions.get(i));
        }
        add(new RollupKey(key), entry);
    }

    /** Adds sums by several dimensions to those by each of these. */
    void addEach(RollupSums others, List<EntryDimension> dimensions) {
        others.forEach((key, added) -> {
            for (int i = 0; i < dimensions.size(); i++) {
                int code = dimensions.get(i).code();
                add(new RollupKey(code, key.part(0), shard, key.part(DIMENSIONS_START + i)), added);
            }
        });
    }

    /** Adds to the sums of one key. */
    void add(RollupKey key, long[] added) {
        long[] present = sums.get(key);
        if (present == null) {
            sums.put(key, added.clone());
        } else {
            Sums.add(present, added);
        }
    }

    /** The sums of one key, to be added to. */
    long[] of(RollupKey key, int count) {
        return sums.computeIfAbsent(key, first -> new long[count]);
    }

    void forEach(BiConsumer<RollupKey, long[]> reader) {
        sums.forEach(reader);
    }

    /** All sums in the order of their keys. */
    Stream<Map.Entry<RollupKey, long[]>> sorted() {
        return sums.entrySet().stream().sorted(Map.Entry.comparingByKey());
    }
}
