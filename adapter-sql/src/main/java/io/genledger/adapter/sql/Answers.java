package io.genledger.adapter.sql;

import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as three columns: when, of what kind, what exactly. */
final class Answers {

    private Answers() {}

    static @Nullable Long at(AttemptOutcome answer) {
        return answer.at().map(Moments::toMicros).orElse(null);
    }

    static @Nullable String reason(AttemptOutcome answer) {
        return answer.reason().map(Codes::of).orElse(null);
    }

    static Optional<AttemptOutcome> of(
            @Nullable Long at, @Nullable String reason, @Nullable String words) {
        return Optional.ofNullable(words)
                .map(said ->
                        new AttemptOutcome(
                                Optional.ofNullable(at).map(Moments::ofMicros),
                                Codes.toOptional(Reason.class, reason),
                                said));
    }
}
