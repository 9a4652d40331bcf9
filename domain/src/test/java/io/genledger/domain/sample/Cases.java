package io.genledger.domain.sample;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Cases that try one behaviour again with other values: a build tries some of them, and {@code
 * .ci/long}, with {@code -Dcases=all}, each.
 */
public final class Cases {

    private static final boolean ALL = "all".equals(System.getProperty("cases"));

    private Cases() {}

    /** The first and each {@code step}-th after it, or all. */
    public static <T> List<T> every(int step, List<T> all) {
        return IntStream.range(0, all.size())
                .filter(number -> ALL || number % step == 0)
                .<T>mapToObj(all::get)
                .toList();
    }

    /** One number for a build, the other for all cases. */
    public static int some(int some, int all) {
        return ALL ? all : some;
    }
}
