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

    private final Map<EntryDimension, Map<String, Integer>> numbers =
            new EnumMap<>(EntryDimension.class);

    NumberCache() {
        EntryDimension.all().forEach(dimension -> numbers.put(dimension, new HashMap<>()));
    }

    /**
     * The numbers of the dimensions of each recording, by {@link EntryDimension#all}; 0 where the
     * document states none.
     *
     * @param found numbers that may have left the cache
     * @param unknown gets the texts without a number
     */
    synchronized List<int[]> find(
            List<Recording> recordings,
            Map<DimensionText, Integer> found,
            Set<DimensionText> unknown) {
        List<int[]> all = new ArrayList<>(recordings.size());
        for (Recording recording : recordings) {
            int[] row = new int[EntryDimension.all().size()];
            for (EntryDimension dimension : EntryDimension.all()) {
                Optional<String> text = dimension.of(recording);
                if (text.isPresent()) {
                    row[dimension.index()] = find(dimension, text.get(), found, unknown);
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
            Set<DimensionText> unknown) {
        Integer cached = of(dimension).get(text);
        if (cached != null) {
            return cached;
        }
        DimensionText missing = new DimensionText(dimension, text);
        Integer number = found.get(missing);
        if (number == null) {
            unknown.add(missing);
            return 0;
        }
        if (missing.text().equals(text)) {
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
