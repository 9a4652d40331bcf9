package io.genledger.adapter.sql.entry;

import static java.util.Objects.requireNonNull;

import io.genledger.ports.ledger.Recording;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;

/**
 * The numbers of the texts of some recordings, and the texts that still lack one. Several threads
 * may ask for numbers at a time.
 */
final class RecordingNumbers {

    /** In place of the number of a text that has none yet. */
    static final int MISSING = -1;

    private final NumberCache cache;
    private final Erasures erasures;

    /** Also holds those that have left the cache. */
    private final Map<DimensionText, Integer> found = new HashMap<>();

    private final Set<DimensionText> unknown = new ConcurrentSkipListSet<>(DimensionNumbers.ORDER);

    /**
     * @param erasures those in the ledger before any of the numbers is read
     */
    RecordingNumbers(NumberCache cache, Erasures erasures) {
        this.cache = cache;
        this.erasures = erasures;
    }

    /** The number of each of a recording's dimensions; {@link #MISSING} of texts without one. */
    int[] of(Recording recording) {
        boolean isErased = erasures.contains(recording);
        int[] row = new int[EntryDimension.all().size()];
        for (EntryDimension dimension : EntryDimension.all()) {
            String text = isErased && dimension.isErasable() ? null : dimension.textOf(recording);
            row[dimension.index()] = text == null ? 0 : numberOf(dimension, text);
        }
        return row;
    }

    /** Fills in the numbers of {@code row} that are missing; whether none is any more. */
    boolean complete(Recording recording, int[] row) {
        boolean isComplete = true;
        for (int i = 0; i < row.length; i++) {
            if (row[i] == MISSING) {
                EntryDimension dimension = EntryDimension.all().get(i);
                row[i] = numberOf(dimension, requireNonNull(dimension.textOf(recording)));
                isComplete &= row[i] != MISSING;
            }
        }
        return isComplete;
    }

    private int numberOf(EntryDimension dimension, String text) {
        Integer cached = cache.find(dimension, text);
        if (cached != null) {
            return cached;
        }
        DimensionText missing = new DimensionText(dimension, text);
        Integer number = found.get(missing);
        if (number == null) {
            unknown.add(missing);
            return MISSING;
        }
        if (missing.text().equals(text)) {
            cache.put(dimension, text, number);
        }
        return number;
    }

    /** The number of erasures in the ledger before any of the numbers was read. */
    long erasures() {
        return cache.erasures();
    }

    /** The texts that lacked a number, in the order in which transactions insert them. */
    Set<DimensionText> takeUnknown() {
        Set<DimensionText> taken = new TreeSet<>(DimensionNumbers.ORDER);
        taken.addAll(unknown);
        unknown.clear();
        return taken;
    }

    /** Adds numbers, while no other thread asks for any. */
    void add(Map<DimensionText, Integer> numbers) {
        found.putAll(numbers);
    }
}
