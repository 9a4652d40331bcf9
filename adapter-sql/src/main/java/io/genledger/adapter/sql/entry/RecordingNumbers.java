package io.genledger.adapter.sql.entry;

import io.genledger.ports.ledger.Recording;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of the texts of some recordings, and the texts that still lack one. Several threads
 * may ask for numbers at a time.
 */
final class RecordingNumbers {

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

    /** The number of each of a recording's dimensions; empty if there are texts without one. */
    Optional<int[]> of(Recording recording) {
        boolean isErased = erasures.contains(recording);
        boolean isComplete = true;
        int[] row = new int[EntryDimension.all().size()];
        for (EntryDimension dimension : EntryDimension.all()) {
            String text = isErased && dimension.isErasable() ? null : dimension.textOf(recording);
            if (text != null) {
                Integer number = numberOf(dimension, text);
                isComplete &= number != null;
                row[dimension.index()] = number == null ? 0 : number;
            }
        }
        return isComplete ? Optional.of(row) : Optional.empty();
    }

    private @Nullable Integer numberOf(EntryDimension dimension, String text) {
        Integer cached = cache.find(dimension, text);
        if (cached != null) {
            return cached;
        }
        DimensionText missing = new DimensionText(dimension, text);
        Integer number = found.get(missing);
        if (number == null) {
            unknown.add(missing);
        } else if (missing.text().equals(text)) {
            cache.put(dimension, text, number);
        }
        return number;
    }

    boolean hasUnknown() {
        return !unknown.isEmpty();
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
