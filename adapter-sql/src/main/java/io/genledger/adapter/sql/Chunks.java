package io.genledger.adapter.sql;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Cuts long lists, because a statement takes only so many variables. */
final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    static <T> Stream<List<T>> of(List<T> all) {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + SIZE)
                .mapToObj(start -> all.subList(start, Math.min(start + SIZE, all.size())));
    }
}
