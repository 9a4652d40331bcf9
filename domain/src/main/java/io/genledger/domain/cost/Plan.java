package io.genledger.domain.cost;

import io.genledger.domain.money.Percentage;
import io.genledger.domain.money.UsdAmount;

/**
 * What an account has agreed with OpenRouter about its own keys (BYOK). No record states it, and
 * accounts differ, so the caller passes it (contract.md, "What was really spent").
 *
 * @param ownKeyFee what OpenRouter takes of the upstream cost
 * @param freeOwnKeyRequests how many own-key requests of a calendar month, in UTC, are free of that
 *     fee; 0 or more
 */
public record Plan(Percentage ownKeyFee, long freeOwnKeyRequests) {

    /**
     * What every account has had since 2025-10-01: 5 %, after a million free requests a month
     * (openrouter.ai/announcements/1-million-free-byok-requests-per-month).
     */
    public static final Plan STANDARD = new Plan(Percentage.of("5"), 1_000_000);

    /** What every account had until then: 5 % of every request. */
    public static final Plan UNTIL_OCTOBER_2025 = new Plan(Percentage.of("5"), 0);

    /**
     * @throws IllegalArgumentException if {@code freeOwnKeyRequests} is negative
     */
    public Plan {
        if (freeOwnKeyRequests < 0) {
            throw new IllegalArgumentException(
                    "free own-key requests are 0 or more, not " + freeOwnKeyRequests);
        }
    }

    /** The most that OpenRouter may take for a request that cost {@code upstream}. */
    public UsdAmount highestFeeOn(UsdAmount upstream) {
        return ownKeyFee.of(upstream);
    }

    /** Whether a request with an own key may be free of the fee. */
    public boolean mayWaiveTheFee() {
        return freeOwnKeyRequests > 0 || ownKeyFee.equals(Percentage.ZERO);
    }
}
