package io.genledger.ports.lake;

/**
 * A figure of the rows of a feed that is summed exactly. Amounts are in picodollars,
 * 10<sup>-12</sup> USD; a generation time is in microseconds.
 */
public enum FeedFigure {
    SPEND,
    CREDITS,
    BYOK_FEE,
    BYOK_UPSTREAM,
    CACHE_DISCOUNT,
    PROMPT_TOKENS,
    COMPLETION_TOKENS,
    REASONING_TOKENS,
    CACHED_TOKENS,
    IMAGE_TOKENS,
    LATENCY,
    GENERATION_TIME
}
