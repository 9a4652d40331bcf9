package io.genledger.adapter.sql.entry;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** The numbers of the texts that were used last, some megabytes of them. Thread-safe. */
final class NumberCache {

    private static final int MOST = 50_000;
    private static final float LOAD = 0.75f;

    private final Map<DimensionText, Integer> numbers =
            new LinkedHashMap<>(16, LOAD, true) {
                private static final long serialVersionUID = 1L;

                @Override
                protected boolean removeEldestEntry(Map.Entry<DimensionText, Integer> eldest) {
                    return size() > MOST;
                }
            };

    /** The number of each text that is cached. */
    synchronized Map<DimensionText, Integer> find(Collection<DimensionText> texts) {
        Map<DimensionText, Integer> found = new HashMap<>();
        for (DimensionText text : texts) {
            Integer number = numbers.get(text);
            if (number != null) {
                found.put(text, number);
            }
        }
        return found;
    }

    synchronized void add(Map<DimensionText, Integer> found) {
        numbers.putAll(found);
    }
}
