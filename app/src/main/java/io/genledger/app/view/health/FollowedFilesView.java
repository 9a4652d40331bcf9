package io.genledger.app.view.health;

import io.genledger.ports.queue.PendingGenerations.Tracked;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log files that a server follows.
 *
 * @param files the names of the followed files
 * @param unreadable the files that cannot be read now, with the reasons
 * @param lost number of times that the rest of a rotated file was not found
 * @param tracked the ids tracked since the server started, by their state before
 * @param lastTracked time at which ids were last tracked; empty before the first
 * @param failure why it does not follow now, for the user; empty while it does
 * @param nextStart when it follows again after a failure
 */
public record FollowedFilesView(
        List<String> files,
        Map<String, String> unreadable,
        int lost,
        Tracked tracked,
        Optional<Instant> lastTracked,
        Optional<String> failure,
        Optional<Instant> nextStart) {

    /** Copies the collections. */
    public FollowedFilesView {
        files = List.copyOf(files);
        unreadable = Map.copyOf(unreadable);
    }
}
