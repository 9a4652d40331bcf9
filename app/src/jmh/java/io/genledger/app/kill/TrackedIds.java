package io.genledger.app.kill;

import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.sql.LedgerDatabase;
import io.genledger.ports.queue.admin.QueueEntry;
import io.genledger.ports.queue.admin.QueueQuery;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** {@code genledger track --from -}: no acknowledged id is missing in the queue, none is twice. */
final class TrackedIds implements FedKills.Command {

    /** More than one batch of ten thousand. */
    private static final int LINES = 14_000;

    private final GeneratedGenerations all;

    TrackedIds(long seed) {
        this.all = GeneratedGenerations.of(seed, GeneratedGenerations.MOST, Instant.now());
    }

    @Override
    public String[] arguments() {
        return new String[] {"track", "--from", "-"};
    }

    @Override
    public int lines() {
        return LINES;
    }

    @Override
    public String line(long number) {
        return all.at(number).id();
    }

    @Override
    public void check(LedgerDatabase database, long acknowledged, long given) {
        Instant now = Instant.now();
        List<QueueEntry> listed = database.queue().list(QueueQuery.OPEN, (int) given + 1, now);
        Set<String> queued =
                listed.stream().map(entry -> entry.id().value()).collect(Collectors.toSet());
        long due = database.pending().backlog(now).due();
        if (queued.size() != listed.size() || queued.size() != due || due > given) {
            throw new IllegalStateException(
                    "%d entries of %d ids, %d due; %d were given"
                            .formatted(listed.size(), queued.size(), due, given));
        }
        List<String> missing =
                LongStream.range(0, acknowledged)
                        .mapToObj(this::line)
                        .filter(id -> !queued.contains(id))
                        .toList();
        if (!missing.isEmpty()) {
            throw new IllegalStateException("tracked and not in the queue: " + missing);
        }
    }
}
