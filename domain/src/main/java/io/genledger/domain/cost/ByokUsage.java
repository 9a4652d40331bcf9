package io.genledger.domain.cost;

import io.genledger.domain.money.UsdAmount;

/**
 * The sums of some BYOK calls.
 *
 * @param requests their number
 * @param upstreamCost their known upstream cost in US dollars, at list price
 * @param unknownUpstream the number of those whose upstream cost is unknown and not in the sum
 */
public record ByokUsage(long requests, UsdAmount upstreamCost, long unknownUpstream) {

    /** The sums of no call. */
    public static final ByokUsage NONE = new ByokUsage(0, UsdAmount.ZERO, 0);

    /** The sums of the calls of both. */
    public ByokUsage plus(ByokUsage other) {
        return new ByokUsage(
                Math.addExact(requests, other.requests),
                upstreamCost.plus(other.upstreamCost),
                Math.addExact(unknownUpstream, other.unknownUpstream));
    }
}
