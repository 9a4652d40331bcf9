package io.genledger.ports.usecase.report;

/** The range with which a report is compared has more groups than are kept in memory. */
public final class TooManyGroupsException extends RuntimeException {

    /** The largest number of groups. */
    public static final int LIMIT = 100_000;

    private static final long serialVersionUID = 1;

    TooManyGroupsException() {
        super(
                "the range before has more than "
                        + LIMIT
                        + " groups, which are not kept in memory: group by fewer dimensions, or"
                        + " choose a shorter range");
    }
}
