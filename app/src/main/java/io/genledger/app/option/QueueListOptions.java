package io.genledger.app.option;

import io.genledger.app.view.queue.QueueView;
import io.genledger.ports.queue.admin.QueueQuery;
import io.genledger.ports.usecase.queue.ListPending;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options of a list of entries of the queue. */
public final class QueueListOptions {

    @Mixin private QueueOptions which = new QueueOptions();

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "Number of ids to list; 0 lists none. Default: ${DEFAULT-VALUE}.")
    private int limit = 20;

    /**
     * Checks the limit.
     *
     * @param most the largest limit
     * @throws UsageException if the limit is negative or greater
     */
    public void check(int most) {
        if (limit < 0) {
            throw new UsageException("--limit: expected 0 or more, found " + limit);
        }
        if (limit > most) {
            throw new UsageException(
                    "--limit: expected at most %d, found %d".formatted(most, limit));
        }
    }

    /** The selected entries. */
    public QueueView list(ListPending pending) {
        QueueQuery query = which.query();
        return QueueView.of(query, pending.list(query, limit));
    }
}
