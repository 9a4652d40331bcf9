package io.genledger.adapter.sql.entry;

import io.genledger.ports.ledger.Recording;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Prepared recordings, of which some wait for the numbers of texts that the ledger does not have
 * yet. For one thread at a time.
 *
 * @param <T> a prepared recording
 */
public final class Numbering<T> {

    /** Fewer are prepared sooner by one thread. */
    private static final int FEWEST_IN_PARALLEL = 500;

    private final List<Recording> recordings;
    private final RecordingNumbers numbers;
    private final List<Partly<T>> all;

    /**
     * @param numbers some may be {@link RecordingNumbers#MISSING}
     */
    @SuppressWarnings("ArrayRecordComponent")
    private record Partly<T>(T prepared, int[] numbers) {}

    Numbering(
            List<Recording> recordings, Function<Recording, T> prepare, RecordingNumbers numbers) {
        this.recordings = recordings;
        this.numbers = numbers;
        this.all =
                inParallel(recordings.size())
                        .mapToObj(recordings::get)
                        .map(one -> new Partly<>(prepare.apply(one), numbers.of(one)))
                        .toList();
    }

    private static IntStream inParallel(int count) {
        IntStream all = IntStream.range(0, count);
        return count < FEWEST_IN_PARALLEL ? all : all.parallel();
    }

    /** All that are to be prepared. */
    public List<Recording> recordings() {
        return recordings;
    }

    RecordingNumbers numbers() {
        return numbers;
    }

    /** Looks up the numbers that are missing; whether none is any more. */
    boolean isComplete() {
        boolean isComplete = true;
        for (int i = 0; i < all.size(); i++) {
            isComplete &= numbers.complete(recordings.get(i), all.get(i).numbers());
        }
        return isComplete;
    }

    /** All with their numbers, in the order of the recordings. */
    List<T> numbered(BiFunction<T, int[], T> number) {
        return all.stream().map(one -> number.apply(one.prepared(), one.numbers())).toList();
    }
}
