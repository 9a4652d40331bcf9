package io.genledger.app.view.queue;

import io.genledger.domain.generation.GenerationId;
import io.genledger.domain.generation.GenerationIdScanner;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueState;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Why OpenRouter probably has no record of an id that is no longer young (OPENROUTER.md §1.4,
 * §2.3).
 */
public enum NotFoundCause {
    /** It has the shape of OpenRouter's ids: it is of another key, account or reseller. */
    OTHER_ACCOUNT,
    /** It ends after its second. */
    SHORTENED,
    /** It has another shape than OpenRouter's ids, such as {@code gen_01…}. */
    OTHER_GATEWAY;

    /** An age at which every record that was observed had been ready for long. */
    private static final Duration OLD = Duration.ofHours(1);

    /**
     * The cause for {@code entry}; empty if its last attempt did not end with a 404 of an old id.
     */
    static Optional<NotFoundCause> of(QueueEntry entry) {
        // An id that was requeued keeps the outcome of its earlier attempts.
        boolean isRequested =
                entry.state() == QueueState.GIVEN_UP
                        || (entry.state() == QueueState.PENDING && entry.attempts() > 0);
        return entry.lastOutcome()
                .filter(last -> isRequested && !entry.refresh() && isOfOldId(last, entry))
                .map(last -> of(entry.id()));
    }

    private static boolean isOfOldId(AttemptOutcome last, QueueEntry entry) {
        Reason reason = last.reason().orElse(Reason.FAULT);
        Instant young = entry.id().startedAt().orElse(entry.firstSeen()).plus(OLD);
        return reason == Reason.NOT_FOUND
                || (reason == Reason.NOT_READY && last.at().filter(young::isBefore).isPresent());
    }

    private static NotFoundCause of(GenerationId id) {
        if (GenerationIdScanner.idsIn(id.value()).contains(id)) {
            return OTHER_ACCOUNT;
        }
        return id.value().matches("gen-\\d{9,11}-?") ? SHORTENED : OTHER_GATEWAY;
    }
}
