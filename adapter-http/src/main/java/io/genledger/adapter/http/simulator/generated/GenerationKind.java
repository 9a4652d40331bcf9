package io.genledger.adapter.http.simulator.generated;

import java.util.random.RandomGenerator;

/**
 * The special case that a generated generation shows. The shares are assumed: the recordings
 * contain each kind, but too few of them to count.
 */
enum GenerationKind {
    PLAIN(710),
    /** The first provider answered 429, a second one served it (OPENROUTER.md §3.5). */
    FELL_BACK(30),
    CACHE_READ(120),
    CACHE_WRITTEN(20),
    /** BYOK with OpenRouter's fee (OPENROUTER.md §5.1). */
    BYOK_WITH_FEE(50),
    /** BYOK without a fee, within the monthly allowance (OPENROUTER.md §5.2). */
    BYOK_IN_ALLOWANCE(30),
    /** BYOK without a stated upstream cost, so that the spend is unknown (OPENROUTER.md §4.4). */
    BYOK_UNKNOWN(5),
    CANCELLED_UNBILLED(10),
    CANCELLED_BILLED(10),
    /** Replayed from the response cache, which is free (OPENROUTER.md §7.1). */
    REPLAYED(10),
    /** Ended in an error without output, which is not charged (OPENROUTER.md §7.2). */
    INSURED(5);

    private static final int ALL = 1000;

    private final int perThousand;

    GenerationKind(int perThousand) {
        this.perThousand = perThousand;
    }

    static GenerationKind next(RandomGenerator random) {
        int rank = random.nextInt(ALL);
        for (GenerationKind kind : values()) {
            rank -= kind.perThousand;
            if (rank < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares of all kinds add up to less than " + ALL);
    }

    boolean isCancelled() {
        return this == CANCELLED_UNBILLED || this == CANCELLED_BILLED;
    }
}
