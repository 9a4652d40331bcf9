package io.genledger.ports.usecase;

import io.genledger.ports.Claim;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When to ask again for a generation that the source does not know yet. Most records appear within
 * seconds, some after minutes, so the pause grows with the age (contract.md, "Not ready").
 */
final class ReadinessSchedule {

    private static final Duration SHORTEST = Duration.ofSeconds(2);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    private final Duration patience;

    ReadinessSchedule(Duration patience) {
        this.patience = patience;
    }

    /** When to ask again; empty when the generation is older than the patience lasts. */
    Optional<Instant> next(Claim claim, Instant now) {
        Duration age = Duration.between(began(claim), now);
        if (age.compareTo(patience) > 0) {
            return Optional.empty();
        }
        Duration half = age.dividedBy(2);
        Duration pause = half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
        return Optional.of(now.plus(pause.compareTo(LONGEST) > 0 ? LONGEST : pause));
    }

    /** An id that claims a later second than the one it was seen in is not believed. */
    private static Instant began(Claim claim) {
        return claim.id().startedAt().filter(claim.since()::isAfter).orElse(claim.since());
    }
}
