package io.genledger.ports.usecase;

import io.genledger.ports.SourceRefusedException;
import io.genledger.ports.SourceUnavailableException;
import java.util.Optional;

/**
 * Judges by its answers whether a source may be asked further. A refusal ends a run, and so does a
 * request to be left alone, because limits are the account's and not the request's; a failing
 * source is given up after a row of failures.
 */
final class SourceHealth {

    private static final int FEWEST_FAILURES = 10;

    private final int failuresMax;
    private int failuresInARow;
    private boolean leaveAlone;
    private Optional<SourceRefusedException> refusal = Optional.empty();
    private Optional<SourceUnavailableException> outage = Optional.empty();

    /** A row of failures as long as two rounds of {@code concurrency} requests is an outage. */
    SourceHealth(int concurrency) {
        this.failuresMax = Math.max(FEWEST_FAILURES, 2 * concurrency);
    }

    void observe(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            refusal = Optional.of(refused.refusal());
        } else if (answer instanceof Answer.Judged judged && judged.outage().isPresent()) {
            outage = judged.outage();
            leaveAlone |= outage.get().retryAfter().isPresent();
            failuresInARow++;
        } else {
            failuresInARow = 0;
        }
    }

    boolean mayAsk() {
        return refusal.isEmpty() && !leaveAlone && failuresInARow < failuresMax;
    }

    /** Why the source refused, if it did. */
    Optional<SourceRefusedException> refusal() {
        return refusal;
    }

    /** Why the source could not be reached the last time that it could not, if ever. */
    Optional<SourceUnavailableException> outage() {
        return outage;
    }
}
