package io.genledger.adapter.http.simulator.generated;

import java.util.random.RandomGenerator;

/**
 * What is special about a generation. The shares are ours: the recordings have each kind, but not
 * enough of them to count.
 */
enum Kind {
    PLAIN(710),
    /** The first provider refused it with 429, a second took it. */
    FELL_BACK(30),
    CACHE_READ(120),
    CACHE_WRITTEN(20),
    /** An own key with OpenRouter's fee of 5 %. */
    BYOK_WITH_FEE(50),
    /** An own key within the allowance that is free. */
    BYOK_IN_ALLOWANCE(30),
    /** An own key, and nobody says what the provider billed: an unknown spend. */
    BYOK_UNKNOWN(5),
    CANCELLED_UNBILLED(10),
    CANCELLED_BILLED(10),
    /** Answered from the response cache, which is free. */
    REPLAYED(10),
    /** It ended in an error without a token, which is insured. */
    INSURED(5);

    private static final int ALL = 1000;

    private final int perThousand;

    Kind(int perThousand) {
        this.perThousand = perThousand;
    }

    static Kind drawn(RandomGenerator chance) {
        int rank = chance.nextInt(ALL);
        for (Kind kind : values()) {
            rank -= kind.perThousand;
            if (rank < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares of all kinds are less than the whole");
    }

    boolean isCancelled() {
        return this == CANCELLED_UNBILLED || this == CANCELLED_BILLED;
    }
}
