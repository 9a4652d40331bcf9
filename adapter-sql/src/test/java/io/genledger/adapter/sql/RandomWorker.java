package io.genledger.adapter.sql;

import static io.genledger.ports.testkit.SampleGenerations.complete;
import static io.genledger.ports.testkit.SampleGenerations.document;
import static io.genledger.ports.testkit.SampleGenerations.id;
import static io.genledger.ports.testkit.SampleGenerations.recording;
import static java.util.stream.Collectors.toSet;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.document.MetadataDocument;
import io.genledger.ports.ledger.Recording;
import io.genledger.ports.quarantine.RejectedDocument;
import io.genledger.ports.quarantine.Rejection;
import io.genledger.ports.queue.AttemptOutcome;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Reason;
import io.genledger.ports.queue.Settlement;
import io.genledger.ports.queue.admin.QueueQuery;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Does what the commands do to a queue of a few ids, in a random order from a seed. */
final class RandomWorker {

    /** The number of ids. */
    static final int IDS = 40;

    static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    static final Duration LEASE = Duration.ofMinutes(3);

    private final LedgerDatabase ledger;
    private final Random random;

    RandomWorker(LedgerDatabase ledger, long seed) {
        this.ledger = ledger;
        this.random = new Random(seed);
    }

    /** Does one thing. */
    void step() {
        switch (random.nextInt(10)) {
            case 0 -> ledger.pending().track(some(), NOW);
            case 1 -> ledger.queueEditor().requeue(some(), NOW);
            case 2 -> ledger.queueEditor().requeueAll(QueueQuery.OPEN, NOW);
            case 3 -> ledger.queueEditor().forget(some(), NOW);
            case 4 -> ledger.ledger().record(recordings());
            case 5 -> ledger.refreshQueue().enqueue(Duration.ofDays(1), 5, NOW);
            case 6 -> ledger.claims().makeDue(Reason.NOT_READY, NOW);
            case 7 -> ledger.claims().correctDueTimes(NOW);
            case 8 -> quarantine();
            default -> collect();
        }
    }

    private Set<GenerationId> some() {
        Set<GenerationId> some = new LinkedHashSet<>();
        IntStream.range(0, 1 + random.nextInt(8)).forEach(i -> some.add(id(random.nextInt(IDS))));
        return some;
    }

    private List<Recording> recordings() {
        return some().stream().map(id -> recording(complete(id))).toList();
    }

    private void quarantine() {
        List<RejectedDocument> rejected = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            byte[] body = ("rejected " + random.nextInt(9)).getBytes(StandardCharsets.UTF_8);
            rejected.add(
                    new RejectedDocument(
                            new Rejection("file", 1, Optional.empty(), "no id"),
                            1,
                            new MetadataDocument(Optional.empty(), body, NOW)));
        }
        ledger.quarantineEditor().add(rejected);
        ledger.quarantineEditor().drop(random.longs(3, 0, 60).boxed().collect(toSet()));
    }

    private void collect() {
        List<Claim> claims = new ArrayList<>(ledger.claims().claim(6, NOW, LEASE));
        Collections.shuffle(claims, random);
        claims = ledger.claims().extend(claims, NOW, LEASE);
        var unused = ledger.claims().settle(claims.stream().map(this::settlement).toList());
    }

    private Settlement settlement(Claim claim) {
        AttemptOutcome outcome = AttemptOutcome.of(NOW, Reason.NOT_READY, "no such generation");
        return switch (random.nextInt(6)) {
            case 0 -> new Settlement.Deferred(claim, NOW.plusSeconds(9), outcome);
            case 1 -> new Settlement.GivenUp(claim, outcome);
            case 2 -> new Settlement.Refused(claim, outcome);
            case 3 -> new Settlement.Released(claim);
            case 4 ->
                    new Settlement.Quarantined(
                            claim, NOW.plusSeconds(9), outcome, document(claim.id()));
            default -> new Settlement.Recorded(claim, recording(complete(claim.id())));
        };
    }
}
