package io.genledger.ports.testkit;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Backlog;
import io.genledger.ports.Claim;
import io.genledger.ports.Ledger;
import io.genledger.ports.PendingGenerations;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A queue that lasts as long as the object, beside a ledger that says what is kept. */
public final class InMemoryPendingGenerations implements PendingGenerations {

    private record Waiting(
            Claim claim, Instant due, Optional<Instant> leasedUntil, boolean givenUp) {

        boolean isClaimedAt(Instant now) {
            return leasedUntil.filter(now::isBefore).isPresent();
        }

        boolean isDueAt(Instant now) {
            return !givenUp && !isClaimedAt(now) && !due.isAfter(now);
        }
    }

    private final Ledger ledger;
    private final Map<GenerationId, Waiting> queue = new LinkedHashMap<>();

    /** A queue in front of {@code ledger}. */
    public InMemoryPendingGenerations(Ledger ledger) {
        this.ledger = ledger;
    }

    @Override
    public synchronized Tracked track(Set<GenerationId> ids, Instant now) {
        forgetRecorded();
        int added = 0;
        int pending = 0;
        int kept = 0;
        for (GenerationId id : ids) {
            Waiting waiting = queue.get(id);
            if (ledger.find(id).isPresent()) {
                kept++;
            } else if (waiting != null && !waiting.givenUp()) {
                pending++;
            } else {
                queue.put(id, new Waiting(new Claim(id, now, 0), now, Optional.empty(), false));
                added++;
            }
        }
        return new Tracked(added, pending, kept);
    }

    @Override
    public synchronized List<Claim> claim(int most, Instant now, Duration lease) {
        forgetRecorded();
        List<Claim> claims =
                queue.values().stream()
                        .filter(waiting -> waiting.isDueAt(now))
                        .sorted(Comparator.comparing(Waiting::due))
                        .limit(most)
                        .map(Waiting::claim)
                        .toList();
        Optional<Instant> until = Optional.of(now.plus(lease));
        claims.forEach(claim ->
                queue.computeIfPresent(
                        claim.id(), (id, w) -> new Waiting(w.claim(), w.due(), until, false)));
        return claims;
    }

    @Override
    public synchronized void settle(Collection<Settlement> settlements) {
        forgetRecorded();
        settlements.forEach(settlement ->
                queue.computeIfPresent(
                        settlement.id(), (id, waiting) -> settled(waiting, settlement)));
    }

    @Override
    public synchronized Backlog backlog(Instant now) {
        forgetRecorded();
        List<Waiting> open = queue.values().stream().filter(w -> !w.givenUp()).toList();
        List<Instant> later =
                open.stream()
                        .filter(w -> !w.isClaimedAt(now) && !w.isDueAt(now))
                        .map(Waiting::due)
                        .sorted()
                        .toList();
        return new Backlog(
                open.stream().filter(w -> w.isDueAt(now)).count(),
                later.size(),
                open.stream().filter(w -> w.isClaimedAt(now)).count(),
                queue.size() - open.size(),
                later.stream().findFirst());
    }

    private static Waiting settled(Waiting waiting, Settlement settlement) {
        Claim asked =
                new Claim(
                        waiting.claim().id(),
                        waiting.claim().firstSeen(),
                        waiting.claim().attempts() + 1);
        return settlement.fold(
                later -> new Waiting(asked, later.due(), Optional.empty(), false),
                givenUp -> new Waiting(asked, waiting.due(), Optional.empty(), true),
                released ->
                        new Waiting(
                                waiting.claim(),
                                waiting.due(),
                                Optional.empty(),
                                waiting.givenUp()));
    }

    private void forgetRecorded() {
        queue.keySet().removeIf(id -> ledger.find(id).isPresent());
    }
}
