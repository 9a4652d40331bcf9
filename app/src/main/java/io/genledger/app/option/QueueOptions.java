package io.genledger.app.option;

import io.genledger.app.option.convert.WordConverter;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that select entries of the queue. */
public final class QueueOptions {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = WordConverter.OfState.class,
            completionCandidates = WordConverter.OfState.class,
            description =
                    "Only entries in this state: pending, given-up or refused. The command pending"
                            + " also accepts claimed and recorded.")
    private @Nullable QueueState state;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            converter = WordConverter.OfReason.class,
            completionCandidates = WordConverter.OfReason.class,
            description =
                    "Only entries whose last request ended so: not-ready, not-found, unavailable,"
                            + " unreadable, foreign (a record of another id), rejected or fault.")
    private @Nullable Reason reason;

    /** The query for the selected entries. */
    public QueueQuery query() {
        return new QueueQuery(Optional.ofNullable(state), Optional.ofNullable(reason));
    }
}
