package io.genledger.app.view.queue;

import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import java.time.Instant;
import java.util.Optional;

/**
 * What came of an attempt to fetch a record.
 *
 * @param at when; empty if an older version of Genledger did not keep it
 * @param reason its kind; empty if an older version of Genledger did not keep it
 * @param message the words of OpenRouter or of the failure, for people
 */
public record AttemptOutcomeView(Optional<Instant> at, Optional<Reason> reason, String message) {

    static AttemptOutcomeView of(AttemptOutcome outcome) {
        return new AttemptOutcomeView(outcome.at(), outcome.reason(), outcome.message());
    }
}
