package io.genledger.adapter.http.simulator.generated;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/**
 * The money of a generation, in picodollars, by the rules of OpenRouter.
 *
 * @param usage what was taken from the account's credits
 * @param upstream what the provider takes, if that is said
 * @param cacheDiscount already taken off; negative for a surcharge
 * @param cachedTokens how many of the prompt were read from a cache
 */
record Bill(
        long usage,
        Optional<Long> upstream,
        boolean byok,
        Optional<Long> cacheDiscount,
        long cachedTokens) {

    /** The fee for an own key: 5 %. */
    private static final int PART_OF_FEE = 20;

    /** Of the price of a prompt token: reading from a cache saves nine tenths of it. */
    private static final int TENTHS_SAVED = 9;

    /** Of the price of a prompt token: writing to a cache costs a quarter of it. */
    private static final int PART_OF_SURCHARGE = 4;

    /** Tokens that had come before somebody cancelled, and were billed. */
    private static final int MOST_UNTIL_CANCELLED = 9;

    static Bill of(Kind kind, Sample sample, RandomGenerator chance) {
        return switch (kind) {
            case PLAIN, FELL_BACK -> credits(sample.cost());
            case CANCELLED_BILLED -> {
                long tokens = 1L + chance.nextInt(MOST_UNTIL_CANCELLED);
                yield credits(tokens * sample.model().completionPrice());
            }
            case CANCELLED_UNBILLED, REPLAYED, INSURED -> credits(0);
            case BYOK_WITH_FEE -> byok(sample.cost() / PART_OF_FEE, Optional.of(sample.cost()));
            case BYOK_IN_ALLOWANCE -> byok(0, Optional.of(sample.cost()));
            case BYOK_UNKNOWN -> byok(0, Optional.empty());
            case CACHE_READ -> {
                long tokens = chance.nextLong(sample.prompt() + 1);
                long saved = tokens * (sample.model().promptPrice() / 10 * TENTHS_SAVED);
                yield credits(sample.cost()).withCache(saved, tokens);
            }
            case CACHE_WRITTEN -> {
                long tokens = chance.nextLong(sample.prompt() + 1);
                long surcharge = tokens * (sample.model().promptPrice() / PART_OF_SURCHARGE);
                yield credits(sample.cost()).withCache(-surcharge, 0);
            }
        };
    }

    /** What was really spent; unknown for an own key without its bill. */
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
