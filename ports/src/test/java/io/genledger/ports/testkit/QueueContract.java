package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.id;

import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** What the contracts of the queue's ports have in common. */
public abstract class QueueContract {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant SOON = NOW.plusSeconds(30);
    static final Instant LATER = NOW.plus(Duration.ofHours(1));
    static final Duration LEASE = Duration.ofMinutes(1);

    /** A queue in which nothing waits, and a ledger that keeps nothing. */
    protected abstract QueueFixture emptyRoom();

    static AttemptOutcome answer(Reason reason) {
        return AttemptOutcome.of(NOW, reason, "in other words, " + reason);
    }

    /** Tracks the samples of these numbers at {@link #NOW}. */
    static void track(QueueFixture room, int... numbers) {
        for (int number : numbers) {
            var unused = room.pending().track(Set.of(id(number)), NOW);
        }
    }

    /** Claims whatever is due. */
    static List<Claim> claim(QueueFixture room, Instant now) {
        return room.claims().claim(1_000, now, LEASE);
    }

    /** Claims the one id that is due. */
    static Claim claimOne(QueueFixture room, Instant now) {
        List<Claim> claims = claim(room, now);
        if (claims.size() != 1) {
            throw new AssertionError("expected one claim, got " + claims);
        }
        return claims.get(0);
    }

    static void settle(QueueFixture room, Settlement settlement) {
        var unused = room.claims().settle(List.of(settlement));
    }

    /** Tracks one sample and gives it up. */
    static void giveUp(QueueFixture room, int number) {
        track(room, number);
        settle(room, new Settlement.GivenUp(claimOne(room, NOW), answer(Reason.NOT_FOUND)));
    }
}
