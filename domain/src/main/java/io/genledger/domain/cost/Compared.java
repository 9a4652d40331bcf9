package io.genledger.domain.cost;

import java.util.Optional;

/** Comparisons of what a record may not state. */
final class Compared {

    private Compared() {}

    /** Whether both are stated, and the part is greater than the whole. */
    static <T extends Comparable<T>> boolean exceeds(Optional<T> part, Optional<T> whole) {
        return part.isPresent() && whole.isPresent() && part.get().compareTo(whole.get()) > 0;
    }
}
