package io.genledger.app.cli.render;

import io.genledger.app.view.quarantine.QuarantinedView;
import io.genledger.app.view.queue.NotFoundCause;
import io.genledger.app.view.queue.QueueEntryView;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Reason;
import java.time.Instant;
import java.util.Optional;

/** Parts of sentences about the queue. */
public final class QueueWords {

    private QueueWords() {}

    /** {@code pending}, {@code recorded (refresh)}. */
    public static String state(QueueEntryView entry) {
        return entry.refresh() ? entry.state().code() + " (refresh)" : entry.state().code();
    }

    /** The time until an entry is due or its lease ends; empty if neither applies. */
    public static String due(QueueEntryView entry, Instant now) {
        return entry.leasedUntil()
                .map(until -> "lease ends " + Times.due(until, now))
                .or(() -> entry.due().map(due -> Times.due(due, now)))
                .orElse("");
    }

    /** The outcome's kind and message. */
    public static String outcome(AttemptOutcome outcome) {
        return outcome(outcome.reason(), outcome.message());
    }

    /** {@code not-found: message}. */
    public static String outcome(Optional<Reason> reason, String message) {
        return reason.map(kind -> kind.code() + ": ").orElse("") + message;
    }

    /** Why OpenRouter probably has no record of {@code id}, and what to do. */
    public static String cause(NotFoundCause cause, GenerationId id) {
        return switch (cause) {
            case OTHER_ACCOUNT ->
                    ("it is probably of another key or account, or of a reseller; with a key of"
                                    + " that account: forget %1$s, track --account NAME %1$s,"
                                    + " collect --account NAME; without one: forget %1$s")
                            .formatted(id);
            case SHORTENED ->
                    "it is probably shortened: forget --literal " + id + ", and track the whole id";
            case OTHER_GATEWAY ->
                    "it does not look like an id of OpenRouter, rather of another gateway: forget "
                            + id;
        };
    }

    /** The id that a quarantined document was fetched for, or {@code a.ndjson:2}. */
    public static String origin(QuarantinedView document) {
        return document.id()
                .map(GenerationId::value)
                .orElseGet(() ->
                        document.file().orElse("")
                                + document.line().map(line -> ":" + line).orElse(""));
    }

    /** {@code unreadable: field usage: message}. */
    public static String fault(QuarantinedView document) {
        String field = document.field().map(name -> "field " + name + ": ").orElse("");
        return outcome(document.outcome().reason(), field + document.outcome().message());
    }
}
