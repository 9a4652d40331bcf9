package io.genledger.app.view.intake;

import io.genledger.app.view.queue.StatusView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.usecase.collect.Delay;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of {@code collect}: ids by outcome, the ids to look at, and the end of the run.
 *
 * @param counts number of ids by their last outcome; every outcome is there
 * @param attention the ids that were given up or failed, each with its last outcome; the first
 *     {@value CollectNotes#MOST}; empty with {@code --watch}, which shows them at once
 * @param attentionLeftOff number of such ids that {@code attention} does not name; with {@code
 *     --watch}, of all
 * @param delays the times in which OpenRouter delayed the run; the last {@value CollectNotes#MOST};
 *     empty with {@code --watch}
 * @param delaysLeftOff number of earlier delays
 * @param remaining the rest of the queue; empty with {@code --watch} without a terminal
 * @param end the reason for which the run ended
 */
public record CollectView(
        Map<Outcome, Long> counts,
        List<Attention> attention,
        long attentionLeftOff,
        List<Delay> delays,
        long delaysLeftOff,
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
            /** Nothing was due any more; with {@code --wait}, nothing was pending. */
            COMPLETED,
            /** OpenRouter refused: key, credit or permission. */
            REFUSED,
            /** OpenRouter could not be reached, or asked for a longer pause than allowed. */
            UNAVAILABLE,
            /** The timeout of {@code --wait} was over, and ids were still pending. */
            TIMED_OUT,
            /** Ctrl-C. */
            INTERRUPTED,
            /** SIGTERM. */
            STOPPED
        }
    }

    /** The number of ids with {@code outcome}. */
    public long count(Outcome outcome) {
        return counts.getOrDefault(outcome, 0L);
    }
}
