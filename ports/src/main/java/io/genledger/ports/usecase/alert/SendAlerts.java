package io.genledger.ports.usecase.alert;

import io.genledger.ports.alert.Alert;
import io.genledger.ports.alert.AlertRules;
import io.genledger.ports.alert.AlertSender;
import io.genledger.ports.alert.AlertStates;
import io.genledger.ports.alert.AlertUndeliveredException;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueReader;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Sends one message when an alert rule begins to fire, and one when it has ended, however many
 * servers share the ledger.
 */
public final class SendAlerts {

    /** Longer than a request to the receiver may take. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final QueueReader queue;
    private final AlertStates states;
    private final AlertSender sender;
    private final InstantSource clock;

    /** Checks {@code queue}. */
    public SendAlerts(
            QueueReader queue, AlertStates states, AlertSender sender, InstantSource clock) {
        this.queue = queue;
        this.states = states;
        this.sender = sender;
        this.clock = clock;
    }

    /**
     * The result of a check.
     *
     * @param sent the alerts that were delivered
     * @param failure why another one was not, for the user; it is sent at the next check. Empty if
     *     all were
     */
    public record Sent(List<Alert> sent, Optional<String> failure) {

        /** Copies the list. */
        public Sent {
            sent = List.copyOf(sent);
        }
    }

    /**
     * Checks the rules once, and sends what changed since the last delivery.
     *
     * @throws io.genledger.ports.ledger.LedgerUnavailableException if the ledger cannot be read or
     *     written; a message may then be sent again
     */
    public Sent check(AlertRules rules) {
        Instant now = clock.instant();
        List<Alert> sent = new ArrayList<>();
        for (Alert alert : rules.check(queue.count(QueueQuery.OPEN, now), now)) {
            if (states.claim(alert.rule(), alert.firing(), now, LEASE)) {
                try {
                    sender.send(alert);
                } catch (AlertUndeliveredException undelivered) {
                    states.settle(alert.rule(), !alert.firing());
                    return new Sent(sent, Optional.of(String.valueOf(undelivered.getMessage())));
                }
                states.settle(alert.rule(), alert.firing());
                sent.add(alert);
            }
        }
        return new Sent(sent, Optional.empty());
    }
}
