package io.genledger.adapter.http.simulator.script;

import java.util.Optional;
import java.util.function.Function;

/**
 * An inclusive range of values, written {@code 1..3}, {@code 500..} without an end, or {@code 3}
 * for a single value.
 *
 * @param to empty for a range without an end
 */
record Range<T extends Comparable<T>>(T from, Optional<T> to) {

    private static final String DOTS = "..";

    /** Empty for a malformed word and for a range whose end is below its start. */
    static <T extends Comparable<T>> Optional<Range<T>> parse(
            String word, Function<String, Optional<T>> reader) {
        int dots = word.indexOf(DOTS);
        if (dots < 0) {
            return reader.apply(word).map(one -> new Range<>(one, Optional.of(one)));
        }
        Optional<T> from = reader.apply(word.substring(0, dots));
        String end = word.substring(dots + DOTS.length());
        if (end.isEmpty()) {
            return from.map(start -> new Range<>(start, Optional.empty()));
        }
        return from.flatMap(start ->
                reader.apply(end)
                        .filter(to -> start.compareTo(to) <= 0)
                        .map(to -> new Range<>(start, Optional.of(to))));
    }

    /** Whether the value is in the range, both ends inclusive. */
    boolean includes(T value) {
        return from.compareTo(value) <= 0 && to.map(end -> value.compareTo(end) <= 0).orElse(true);
    }
}
