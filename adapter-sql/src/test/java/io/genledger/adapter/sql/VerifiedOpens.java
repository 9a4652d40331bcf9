package io.genledger.adapter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.ports.ledger.admin.Verification;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Chooses the ledgers of tests that are verified when their test ends: the first and every 500th.
 */
final class VerifiedOpens {

    private static final int EVERY = 500;
    private static final int NAMED = 5;
    private static final AtomicInteger OPENED = new AtomicInteger();

    private VerifiedOpens() {}

    /** Counts an opened ledger; whether it is to be verified. */
    static boolean count() {
        return OPENED.getAndIncrement() % EVERY == 0;
    }

    /** Fails if the sums of {@code database} are not those of its entries. */
    static void verify(LedgerDatabase database) {
        Verification verification = database.verifier().verify(NAMED);
        assertThat(verification.named()).as("faults in the ledger of this test").isEmpty();
    }
}
