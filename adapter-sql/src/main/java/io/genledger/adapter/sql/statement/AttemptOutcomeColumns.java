package io.genledger.adapter.sql.statement;

import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outcome of an attempt as three columns: time, reason and message. */
public final class AttemptOutcomeColumns {

    private AttemptOutcomeColumns() {}

    /** Microseconds since 1970; null if the time is unknown. */
    public static @Nullable Long at(AttemptOutcome outcome) {
        return outcome.at().map(Moments::toMicros).orElse(null);
    }

    /** The code of the reason; null if there is none. */
    public static @Nullable String reason(AttemptOutcome outcome) {
        return outcome.reason().map(Codes::of).orElse(null);
    }

    /** The outcome that three columns hold; empty if the message is null. */
    public static Optional<AttemptOutcome> of(
            @Nullable Long at, @Nullable String reason, @Nullable String message) {
        return Optional.ofNullable(message)
                .map(text ->
                        new AttemptOutcome(
                                Optional.ofNullable(at).map(Moments::ofMicros),
                                Codes.toOptional(Reason.class, reason),
                                text));
    }
}
