package io.genledger.app.view.intake;

import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code collect}: ids by outcome, the ids to look at, and the end of the run.
 *
 * @param recorded number of records that are new in the ledger
 * @param revised number of records that changed and became a new revision
 * @param unchanged number of records that were fetched again and are the same
 * @param notReady number of ids whose record OpenRouter does not have yet
 * @param givenUp number of ids that are not requested again
 * @param failed number of ids whose record could not be fetched or decoded
 * @param attention the ids without a record, each with its last outcome; the first {@value
 *     CollectNotes#MOST}; empty with {@code --watch}, which shows them at once
 * @param attentionLeftOff number of further ids without a record
 * @param backoffs the pauses of the run; the last {@value CollectNotes#MOST}; empty with {@code
 *     --watch}
 * @param backoffsLeftOff number of earlier pauses
 * @param remaining the rest of the queue; empty with {@code --watch} without a terminal
 * @param end the reason for which the run ended
 */
public record CollectView(
        long recorded,
        long revised,
        long unchanged,
        long notReady,
        long givenUp,
        long failed,
        List<Attention> attention,
        long attentionLeftOff,
        List<Pause> backoffs,
        long backoffsLeftOff,
        Optional<StatusView> remaining,
        End end) {

    /**
     * An id that may need attention.
     *
     * @param id the generation
     * @param outcome its last outcome
     * @param message the reason, for people
     */
    public record Attention(GenerationId id, Outcome outcome, String message) {}

    /**
     * A pause after a failure or a rate limit.
     *
     * @param until its end
     * @param message the reason, for people
     */
    public record Pause(Instant until, String message) {}

    /**
     * The reason for which a run ended.
     *
     * @param code the reason, for programs
     * @param message the message of OpenRouter or of the failure; empty if there is none
     * @param retryAfterMs the pause that OpenRouter asks for by Retry-After; empty if it asks for
     *     none
     */
    public record End(Code code, Optional<String> message, Optional<Duration> retryAfterMs) {

        /** The reason. */
        public enum Code {
            /** Nothing was due any more. */
            COMPLETED,
            /** OpenRouter refused: key, credit or permission. */
            REFUSED,
            /** OpenRouter could not be reached, or asked for a longer pause than allowed. */
            UNAVAILABLE,
            /** Ctrl-C. */
            INTERRUPTED,
            /** SIGTERM. */
            STOPPED
        }
    }

    /** The number of ids with {@code outcome}. */
    public long count(Outcome outcome) {
        return switch (outcome) {
            case RECORDED -> recorded;
            case REVISED -> revised;
            case UNCHANGED -> unchanged;
            case NOT_READY -> notReady;
            case GIVEN_UP -> givenUp;
            case FAILED -> failed;
        };
    }
}
