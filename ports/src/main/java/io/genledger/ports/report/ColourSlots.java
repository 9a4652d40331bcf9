package io.genledger.ports.report;

import io.genledger.domain.report.Dimension;
import io.genledger.ports.ledger.LedgerUnavailableException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * The numbered colours in which charts show the largest values of a dimension. A value keeps its
 * colour as long as it has spend, so that no chart changes the colour of anything. Safe for use by
 * many threads and processes.
 */
public interface ColourSlots {

    /** How many values of a dimension have a colour at most. */
    int SLOTS = 7;

    /**
     * The number of the colour of each value that has one, from 1 to {@value #SLOTS}.
     *
     * @throws LedgerUnavailableException if the ledger cannot be read
     */
    Map<String, Integer> slots(Dimension dimension);

    /**
     * Frees the colours of the values that are not in {@code spending}, then gives the free ones to
     * the first {@value #SLOTS} values of {@code spending} that have none.
     *
     * @param spending the values with spend, the largest first, each once; those behind the first
     *     {@value #SLOTS} only keep the colour that they have
     * @return the colours from now on
     * @throws LedgerUnavailableException if nothing could be written
     */
    Map<String, Integer> assign(Dimension dimension, List<String> spending);

    /** The colours that {@link #assign} makes of {@code slots}. */
    static Map<String, Integer> assigned(Map<String, Integer> slots, List<String> spending) {
        Map<String, Integer> assigned = new TreeMap<>(slots);
        assigned.keySet().retainAll(spending);
        for (String value : spending.subList(0, Math.min(SLOTS, spending.size()))) {
            if (!assigned.containsKey(value)) {
                IntStream.rangeClosed(1, SLOTS)
                        .filter(slot -> !assigned.containsValue(slot))
                        .findFirst()
                        .ifPresent(slot -> assigned.put(value, slot));
            }
        }
        return assigned;
    }
}
