package io.genledger.app.cli.option;

import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.queue.admin.QueueState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options that say which entries of the queue are meant. */
public final class QueueOptions {

    @Option(
            names = "--state",
            paramLabel = "STATE",
            converter = CodeConverter.State.class,
            description =
                    "Only those: pending, given-up or refused; pending also lists claimed and"
                            + " recorded.")
    private @Nullable QueueState state;

    @Option(
            names = "--reason",
            paramLabel = "REASON",
            converter = CodeConverter.Why.class,
            description =
                    "Only those whose last answer was: not-ready, not-found, unavailable,"
                            + " unreadable, foreign, rejected or fault.")
    private @Nullable Reason reason;

    public QueueQuery query() {
        return new QueueQuery(Optional.ofNullable(state), Optional.ofNullable(reason));
    }
}
