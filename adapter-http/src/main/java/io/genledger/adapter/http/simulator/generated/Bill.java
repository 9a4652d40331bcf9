package io.genledger.adapter.http.simulator.generated;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The amounts of a generated generation, in picodollars, by OpenRouter's rules (OPENROUTER.md
 * §4.1).
 *
 * @param usage the charge to the account's credits
 * @param upstream the provider's charge; empty where the document does not state it
 * @param byok whether the provider bills the user's own key (BYOK)
 * @param cacheDiscount already deducted from {@code usage}; negative for a surcharge
 * @param cachedTokens the prompt tokens read from the prompt cache
 */
record Bill(
        long usage,
        Optional<Long> upstream,
        boolean byok,
        Optional<Long> cacheDiscount,
        long cachedTokens) {

    /** The BYOK fee is a twentieth, 5 %, of the upstream cost (OPENROUTER.md §5.1). */
    private static final int PART_OF_FEE = 20;

    /** Reading a cached token saves this many tenths of its price; the share is assumed. */
    private static final int TENTHS_SAVED = 9;

    /** Writing a token to the cache adds this fraction of its price; the share is assumed. */
    private static final int PART_OF_SURCHARGE = 4;

    /** The highest number of completion tokens billed for a cancelled generation. */
    private static final int MOST_TOKENS_IF_CANCELLED = 9;

    static Bill of(GenerationKind kind, Sample sample, RandomGenerator random) {
        return switch (kind) {
            case PLAIN, FELL_BACK -> credits(sample.cost());
            case CANCELLED_BILLED -> {
                long tokens = 1L + random.nextInt(MOST_TOKENS_IF_CANCELLED);
                yield credits(tokens * sample.model().completionPrice());
            }
            case CANCELLED_UNBILLED, REPLAYED, INSURED -> credits(0);
            case BYOK_WITH_FEE -> byok(sample.cost() / PART_OF_FEE, Optional.of(sample.cost()));
            case BYOK_IN_ALLOWANCE -> byok(0, Optional.of(sample.cost()));
            case BYOK_UNKNOWN -> byok(0, Optional.empty());
            case CACHE_READ -> {
                long tokens = random.nextLong(sample.prompt() + 1);
                long saved = tokens * (sample.model().promptPrice() / 10 * TENTHS_SAVED);
                yield credits(sample.cost()).withCache(saved, tokens);
            }
            case CACHE_WRITTEN -> {
                long tokens = random.nextLong(sample.prompt() + 1);
                long surcharge = tokens * (sample.model().promptPrice() / PART_OF_SURCHARGE);
                yield credits(sample.cost()).withCache(-surcharge, 0);
            }
        };
    }

    /** The charge plus, for BYOK, the upstream cost; empty if that cost is not stated. */
    OptionalLong spend() {
        if (!byok) {
            return OptionalLong.of(usage);
        }
        return upstream.isPresent()
                ? OptionalLong.of(usage + upstream.get())
                : OptionalLong.empty();
    }

    private static Bill credits(long usage) {
        return new Bill(usage, Optional.of(usage), false, Optional.empty(), 0);
    }

    private static Bill byok(long fee, Optional<Long> upstream) {
        return new Bill(fee, upstream, true, Optional.empty(), 0);
    }

    private Bill withCache(long discount, long tokens) {
        return new Bill(usage, upstream, byok, Optional.of(discount), tokens);
    }
}
