package io.genledger.adapter.sql.entry;

import io.genledger.ports.ledger.Recording;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The numbers of texts that were used, at most some thousands of each dimension. Thread-safe. */
final class NumberCache {

    private static final int MOST_PER_DIMENSION = 10_000;

    /** In place of the number of erasures, before it was read. */
    static final long UNKNOWN = -1;

    private final Map<EntryDimension, Map<String, Integer>> numbers =
            new EnumMap<>(EntryDimension.class);
    private long erasures = UNKNOWN;

    private final boolean keeps;

    /**
     * @param keeps false if a number that was found may be rolled back, so that none is kept
     */
    NumberCache(boolean keeps) {
        this.keeps = keeps;
        EntryDimension.all().forEach(dimension -> numbers.put(dimension, new HashMap<>()));
    }

    /** The number of erasures in the ledger when the oldest of these numbers was read. */
    synchronized long erasures() {
        return erasures;
    }

    /** Drops numbers that may have been given to other texts. */
    synchronized void renew(long present) {
        if (present != erasures) {
            numbers.values().forEach(Map::clear);
            erasures = present;
        }
    }

    /**
     * The numbers of the dimensions of each recording, by {@link EntryDimension#all}; 0 where the
     * document states none.
     *
     * @param erasures those in the ledger before {@code found} was read
     * @param found numbers that may have left the cache
     * @param unknown gets the texts without a number
     */
    synchronized List<int[]> find(
            List<Recording> recordings,
            Erasures erasures,
            Map<DimensionText, Integer> found,
            Set<DimensionText> unknown) {
        // Numbers that were read before an erasure stay out of the cache.
        boolean isCached = erasures.count() == this.erasures;
        List<int[]> all = new ArrayList<>(recordings.size());
        for (Recording recording : recordings) {
            int[] row = new int[EntryDimension.all().size()];
            for (EntryDimension dimension : EntryDimension.all()) {
                Optional<String> text = erasures.textOf(recording, dimension);
                if (text.isPresent()) {
                    row[dimension.index()] = find(dimension, text.get(), found, unknown, isCached);
                }
            }
            all.add(row);
        }
        return all;
    }

    private int find(
            EntryDimension dimension,
            String text,
            Map<DimensionText, Integer> found,
            Set<DimensionText> unknown,
            boolean isCached) {
        Integer cached = of(dimension).get(text);
        if (isCached && cached != null) {
            return cached;
        }
        DimensionText missing = new DimensionText(dimension, text);
        Integer number = found.get(missing);
        if (number == null) {
            unknown.add(missing);
            return 0;
        }
        if (keeps && isCached && missing.text().equals(text)) {
            Map<String, Integer> cache = of(dimension);
            if (cache.size() == MOST_PER_DIMENSION) {
                cache.clear();
            }
            cache.put(text, number);
        }
        return number;
    }

    private Map<String, Integer> of(EntryDimension dimension) {
        return Objects.requireNonNull(numbers.get(dimension));
    }
}
