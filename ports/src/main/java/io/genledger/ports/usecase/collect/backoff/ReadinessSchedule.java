package io.genledger.ports.usecase.collect.backoff;

import io.genledger.ports.queue.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to ask again for a generation that the source does not know yet (OPENROUTER.md §1.4): after
 * two seconds, for the quick ones; three times after six, then after half as long again each time
 * up to a minute, and for the last time at {@code giveUpAfter}; each pause a fifth more or less.
 *
 * <p>So chosen by {@code ReadinessBenchmark} from the recorded timings: 2 % of all records are
 * there within two seconds, and nearly all others appear between 11 and 18 s. A fixed poll of five
 * seconds asks a little less for these, and eight times as often for one that never comes.
 */
public final class ReadinessSchedule {

    private static final Duration FIRST = Duration.ofSeconds(2);
    private static final Duration SECOND = Duration.ofSeconds(6);
    private static final int EVEN_PAUSES = 3;
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration giveUpAfter;
    private final Jitter jitter;

    /** Gives an id up once it is {@code giveUpAfter} old. */
    public ReadinessSchedule(Duration giveUpAfter, Jitter jitter) {
        this.giveUpAfter = giveUpAfter;
        this.jitter = jitter;
    }

    /** When to ask again; empty once the generation is as old as {@code giveUpAfter}. */
    public Optional<Instant> next(Claim claim, Instant now) {
        Duration left = giveUpAfter.minus(Duration.between(began(claim), now));
        if (left.isZero() || left.isNegative()) {
            return Optional.empty();
        }
        Duration pause = jitter.around(pauseAfter(claim.attempts()));
        return Optional.of(now.plus(pause.compareTo(left) > 0 ? left : pause));
    }

    private static Duration pauseAfter(int attempts) {
        Duration pause = attempts == 0 ? FIRST : SECOND;
        for (int i = EVEN_PAUSES; i < attempts && pause.compareTo(LONGEST) < 0; i++) {
            pause = pause.multipliedBy(3).dividedBy(2);
        }
        return pause.compareTo(LONGEST) > 0 ? LONGEST : pause;
    }

    /** An id that claims a later second than the one it was seen in is not believed. */
    private static Instant began(Claim claim) {
        return claim.id().startedAt().filter(claim.since()::isAfter).orElse(claim.since());
    }
}
