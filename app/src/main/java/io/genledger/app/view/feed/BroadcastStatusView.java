package io.genledger.app.view.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When OpenRouter's Broadcast last delivered generations.
 *
 * @param lastDelivery the time of the last delivery; empty if there was none
 * @param ageMs the time since then
 * @param note what a long time without a delivery can mean; empty if it is not long
 */
public record BroadcastStatusView(
        Optional<Instant> lastDelivery, Optional<Duration> ageMs, Optional<String> note) {

    private static final Duration LONGEST_SILENCE = Duration.ofHours(1);

    private static final String CAUSES =
            "besides a fault, the cause can be that no request was sent, or sampling, a filter or"
                    + " a switched-off destination in OpenRouter's settings (Broadcast)";

    /** The view of a last delivery; of one an hour ago, nothing is noted. */
    public static BroadcastStatusView of(Optional<Instant> lastDelivery, Instant now) {
        Optional<Duration> age = lastDelivery.map(last -> Duration.between(last, now));
        Optional<String> note =
                age.isEmpty()
                        ? Optional.of("no delivery was received yet; " + CAUSES)
                        : age.filter(since -> since.compareTo(LONGEST_SILENCE) > 0)
                                .map(since -> "no delivery for " + words(since) + "; " + CAUSES);
        return new BroadcastStatusView(lastDelivery, age, note);
    }

    private static String words(Duration age) {
        return age.toHours() < 1
                ? age.toMinutes() + " min"
                : age.toDays() < 2 ? age.toHours() + " h" : age.toDays() + " days";
    }
}
