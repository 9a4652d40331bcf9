package io.genledger.ports.usecase;

import io.genledger.ports.Claim;
import io.genledger.ports.LastAnswer;
import io.genledger.ports.Reason;
import io.genledger.ports.Settlement;
import io.genledger.ports.usecase.CollectListener.Result;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What to do about a generation that could not be fetched or read: ask a few times more in the same
 * collection, with full jitter; then let it be due again later. It is never given up for that.
 */
final class Retries {

    private static final int MOST = 2;

    /** Asked to slow down, nobody is to blame but us; the pause is the whole collection's. */
    private static final int MOST_WHEN_SLOWED_DOWN = 10;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration FIRST_REST = Duration.ofSeconds(10);
    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** Who answers the wrong thing is there, and mostly answers it again. */
    private static final Duration LONGEST_AFTER_ODD_ANSWERS = Duration.ofDays(1);

    private final SourceHealth health;
    private final InstantSource clock;
    private final InstantSource steady;
    private final Jitter jitter;

    Retries(SourceHealth health, InstantSource clock, InstantSource steady, Jitter jitter) {
        this.health = health;
        this.clock = clock;
        this.steady = steady;
        this.jitter = jitter;
    }

    /** The next attempt; empty if this collection is not to ask for it again. */
    Optional<Attempt> next(Attempt attempt, Answer.Failed failure) {
        int most = failure.asksToSlowDown() ? MOST_WHEN_SLOWED_DOWN : MOST;
        if (health.isOver() || attempt.failures() >= most) {
            return Optional.empty();
        }
        Instant now = steady.instant();
        if (failure.asksToSlowDown()) {
            return Optional.of(attempt.again(failure, now));
        }
        Duration longest = Jitter.doubled(FIRST_PAUSE, attempt.failures(), LONGEST);
        return Optional.of(attempt.again(failure, now.plus(jitter.upTo(longest))));
    }

    /** The verdict on a failure that is the last one of this collection. */
    Answer verdict(Answer.Failed failure) {
        return new Answer.Judged(
                failure.claim(), Result.FAILED, failure.reason(), settlement(failure));
    }

    private Settlement settlement(Answer.Failed failure) {
        Instant now = clock.instant();
        return failure instanceof Answer.Unreadable unreadable
                ? new Settlement.SetAside(
                        unreadable.claim(),
                        afterAnOddAnswer(unreadable.claim()),
                        LastAnswer.of(now, Reason.UNREADABLE, unreadable.reason()),
                        unreadable.document())
                : new Settlement.Later(
                        failure.claim(),
                        next(failure.claim(), LONGEST),
                        LastAnswer.of(now, Reason.UNAVAILABLE, failure.reason()));
    }

    /** When to ask again for what was answered wrongly. */
    Instant afterAnOddAnswer(Claim claim) {
        return next(claim, LONGEST_AFTER_ODD_ANSWERS);
    }

    /** The later, the more often it was asked for, and after any rest. */
    private Instant next(Claim claim, Duration longest) {
        Duration pause = jitter.mostOf(Jitter.doubled(FIRST_REST, claim.attempts(), longest));
        Duration rest = health.restLeft();
        return clock.instant().plus(pause.compareTo(rest) < 0 ? rest : pause);
    }
}
