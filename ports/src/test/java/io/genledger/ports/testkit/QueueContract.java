package io.genledger.ports.testkit;

import static io.genledger.ports.testkit.SampleGenerations.id;

import io.genledger.domain.attribution.AccountName;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Helpers of the contracts of the queue's ports. */
public abstract class QueueContract {

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Instant SOON = NOW.plusSeconds(30);
    static final Instant LATER = NOW.plus(Duration.ofHours(1));
    static final Duration LEASE = Duration.ofMinutes(1);

    static final AccountName ACME = new AccountName("acme");

    /** An empty queue and an empty ledger. */
    protected abstract QueueFixture emptyFixture();

    static AttemptOutcome outcome(Reason reason) {
        return AttemptOutcome.of(NOW, reason, "message of " + reason);
    }

    /** Tracks the samples of these numbers at {@link #NOW}. */
    static void track(QueueFixture queue, int... numbers) {
        for (int number : numbers) {
            var unused = queue.pending().track(Set.of(id(number)), NOW);
        }
    }

    /** Tracks the sample of this number as {@link #ACME}'s at {@link #NOW}. */
    static void trackForAcme(QueueFixture queue, int number) {
        var unused = queue.pending().track(Set.of(id(number)), ACME, NOW);
    }

    /** Claims all due ids. */
    static List<Claim> claim(QueueFixture queue, Instant now) {
        return queue.claims().claim(1_000, now, LEASE);
    }

    /** Claims the one id that is due. */
    static Claim claimOne(QueueFixture queue, Instant now) {
        List<Claim> claims = claim(queue, now);
        if (claims.size() != 1) {
            throw new AssertionError("expected one claim, got " + claims);
        }
        return claims.get(0);
    }

    static void settle(QueueFixture queue, Settlement settlement) {
        var unused = queue.claims().settle(List.of(settlement));
    }

    /** Tracks one sample and gives it up. */
    static void giveUp(QueueFixture queue, int number) {
        track(queue, number);
        settle(queue, new Settlement.GivenUp(claimOne(queue, NOW), outcome(Reason.NOT_FOUND)));
    }
}
