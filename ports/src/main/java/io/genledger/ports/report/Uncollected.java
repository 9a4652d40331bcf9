package io.genledger.ports.report;

/**
 * The numbers of tracked generations that are in no sum, because their records were not collected.
 * A query counts those that its range and its filters by account select; by the second in the id,
 * or else by the time at which they were first tracked. Other filters do not select them, because
 * what they are is unknown yet. As of a moment, those are counted that had been tracked and had no
 * record then, by their present state; one that was recorded later is pending.
 *
 * @param pending those that will be fetched
 * @param givenUp those that were not there after all attempts
 * @param refused those that the source refused
 */
public record Uncollected(long pending, long givenUp, long refused) {

    /** All are collected. */
    public static final Uncollected NONE = new Uncollected(0, 0, 0);
}
