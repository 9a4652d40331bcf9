package io.genledger.ports.queue;

/** The outcome of one id in a collecting run. */
public enum Outcome {
    /** Its record is new in the ledger. */
    RECORDED,
    /** Its record differs from the recorded one and became a new revision. */
    REVISED,
    /** Its record replaced the inline usage of a completion, which was provisional. */
    REPLACED,
    /** Its record equals the recorded one. */
    UNCHANGED,
    /** The source has no record of it yet; it stays pending. */
    NOT_READY,
    /** The source has no record of it, or rejected it; it is not fetched again. */
    GIVEN_UP,
    /** The source was unavailable or limited the rate; it stays pending. */
    UNAVAILABLE,
    /** Its document cannot be used, or Genledger failed; it stays pending. */
    FAILED;

    /** Whether the ledger holds the generation's record now. */
    public boolean isRecorded() {
        return this == RECORDED || this == REVISED || this == REPLACED || this == UNCHANGED;
    }

    /** Whether the id is not fetched again without a further request of the user. */
    public boolean isFinal() {
        return isRecorded() || this == GIVEN_UP;
    }
}
