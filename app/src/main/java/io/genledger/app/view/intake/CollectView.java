package io.genledger.app.view.intake;

import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.usecase.collect.CollectListener.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer of {@code collect}: ids by outcome, and what a person has to know of the run.
 *
 * @param recorded how many records are new in the ledger
 * @param revised how many records changed and became a new revision
 * @param unchanged how many records were fetched again and are the same
 * @param notReady how many ids OpenRouter does not know yet
 * @param givenUp how many ids will not be requested again
 * @param failed how many ids could not be fetched or read
 * @param attention the ids without a record, each with its last outcome; the first {@value
 *     CollectNotes#MOST}; empty with {@code --watch}, which tells them as they happen
 * @param attentionLeftOff how many more there are
 * @param backoffs the pauses of the run; the last {@value CollectNotes#MOST}; empty with {@code
 *     --watch}
 * @param backoffsLeftOff how many earlier ones there are
 * @param remaining what is still to be collected; empty with {@code --watch} into event lines
 * @param end why the run ended
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
     * @param outcome what came of it
     * @param message why, for people
     */
    public record Attention(GenerationId id, Outcome outcome, String message) {}

    /**
     * A pause after a failure or a rate limit.
     *
     * @param until when it ends
     * @param message why, for people
     */
    public record Pause(Instant until, String message) {}

    /**
     * Why a run ended.
     *
     * @param code the reason, for programs
     * @param message the words of OpenRouter or of the failure; empty if there are none
     * @param retryAfterMs how long OpenRouter asks to wait, in milliseconds; empty if it does not
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
