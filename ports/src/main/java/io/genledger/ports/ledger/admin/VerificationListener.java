package io.genledger.ports.ledger.admin;

/** Learns how far a verification is. Called on the thread that verifies. */
public interface VerificationListener {

    /** Learns nothing. */
    VerificationListener NONE =
            new VerificationListener() {
                @Override
                public void comparing(String table) {}

                @Override
                public void documents(long checked) {}
            };

    /** The rows of {@code table} are compared next, in one step of unknown length. */
    void comparing(String table);

    /**
     * One more document is checked.
     *
     * @param checked their number since the start; 1 or more
     */
    void documents(long checked);
}
