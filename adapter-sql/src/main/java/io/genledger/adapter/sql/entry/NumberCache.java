package io.genledger.adapter.sql.entry;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of texts that were used, at most 10,000 of each dimension, as long as no further user
 * is erased. Thread-safe.
 */
final class NumberCache {

    private static final int MOST_PER_DIMENSION = 10_000;

    private final long erasures;
    private final boolean keeps;
    private final List<Map<String, Integer>> numbers =
            Stream.generate(() -> (Map<String, Integer>) new ConcurrentHashMap<String, Integer>())
                    .limit(EntryDimension.all().size())
                    .toList();

    /**
     * @param erasures the number of erasures in the ledger before any of the numbers is read
     * @param keeps false if a number that was found may be rolled back, so that none is kept
     */
    NumberCache(long erasures, boolean keeps) {
        this.erasures = erasures;
        this.keeps = keeps;
    }

    /** The number of erasures in the ledger when the oldest of these numbers was read. */
    long erasures() {
        return erasures;
    }

    /** The number of a text; null if it is not known. */
    @Nullable Integer find(EntryDimension dimension, String text) {
        return numbers.get(dimension.index()).get(text);
    }

    /** Keeps a number that was read. */
    void put(EntryDimension dimension, String text, Integer number) {
        if (keeps) {
            Map<String, Integer> cache = numbers.get(dimension.index());
            if (cache.size() >= MOST_PER_DIMENSION) {
                cache.clear();
            }
            cache.put(text, number);
        }
    }
}
