package io.genledger.adapter.sql.statement;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Splits long lists, because the number of parameters of a statement is limited. */
public final class Chunks {

    private static final int SIZE = 500;

    private Chunks() {}

    /** The elements of {@code all}, in order, in lists of at most 500. */
    public static <T> Stream<List<T>> of(List<T> all) {
        return IntStream.iterate(0, start -> start < all.size(), start -> start + SIZE)
                .mapToObj(start -> all.subList(start, Math.min(start + SIZE, all.size())));
    }
}
