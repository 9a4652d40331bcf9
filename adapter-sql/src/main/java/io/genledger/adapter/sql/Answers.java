package io.genledger.adapter.sql;

import io.genledger.ports.LastAnswer;
import io.genledger.ports.Reason;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Answers as three columns: when, of what kind, what exactly. */
final class Answers {

    private Answers() {}

    static @Nullable Long at(LastAnswer answer) {
        return answer.at().map(Moments::toMicros).orElse(null);
    }

    static @Nullable String reason(LastAnswer answer) {
        return answer.reason().map(Codes::of).orElse(null);
    }

    static Optional<LastAnswer> of(
            @Nullable Long at, @Nullable String reason, @Nullable String words) {
        return Optional.ofNullable(words)
                .map(said ->
                        new LastAnswer(
                                Optional.ofNullable(at).map(Moments::ofMicros),
                                Codes.toOptional(Reason.class, reason),
                                said));
    }
}
