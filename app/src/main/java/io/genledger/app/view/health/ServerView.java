package io.genledger.app.view.health;

import java.util.Optional;

/**
 * What runs in a server beside its requests.
 *
 * @param collector the collector; empty with {@code --no-collect}
 * @param follow the followed log files; empty without {@code --follow}
 * @param alerts the checks of alert rules; empty without {@code --alert-webhook}
 * @param lake the shipping to a lake; empty without {@code --lake-ledger}
 * @param hasLake whether it answers questions about a lake, by {@code --lake}
 * @param housekeeping the removal of ended sessions, and the colours of new values
 */
public record ServerView(
        Optional<CollectorView> collector,
        Optional<FollowedFilesView> follow,
        Optional<TaskView> alerts,
        Optional<TaskView> lake,
        boolean hasLake,
        TaskView housekeeping) {

    /** A server beside whose requests nothing runs. */
    public static final ServerView IDLE =
            new ServerView(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    TaskView.NEW);
}
