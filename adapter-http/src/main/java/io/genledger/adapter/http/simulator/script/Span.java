package io.genledger.adapter.http.simulator.script;

import java.util.Optional;
import java.util.function.Function;

/**
 * From one value to another, as {@code 1..3}, {@code 500..} or {@code 3} for itself.
 *
 * @param to empty for no end
 */
record Span<T extends Comparable<T>>(T from, Optional<T> to) {

    private static final String DOTS = "..";

    /** Empty for a word that is none, or that ends before it begins. */
    static <T extends Comparable<T>> Optional<Span<T>> parse(
            String word, Function<String, Optional<T>> reader) {
        int dots = word.indexOf(DOTS);
        if (dots < 0) {
            return reader.apply(word).map(one -> new Span<>(one, Optional.of(one)));
        }
        Optional<T> from = reader.apply(word.substring(0, dots));
        String end = word.substring(dots + DOTS.length());
        if (end.isEmpty()) {
            return from.map(start -> new Span<>(start, Optional.empty()));
        }
        return from.flatMap(start ->
                reader.apply(end)
                        .filter(to -> start.compareTo(to) <= 0)
                        .map(to -> new Span<>(start, Optional.of(to))));
    }

    /** Both ends included. */
    boolean includes(T value) {
        return from.compareTo(value) <= 0 && to.map(end -> value.compareTo(end) <= 0).orElse(true);
    }
}
