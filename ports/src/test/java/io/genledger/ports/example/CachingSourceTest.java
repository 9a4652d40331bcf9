package io.genledger.ports.example;

import static org.assertj.core.api.Assertions.assertThat;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.testkit.GenerationSourceContract;
import io.genledger.ports.testkit.InMemoryGenerationSource;
import io.genledger.ports.testkit.InMemoryLedger;
import io.genledger.ports.testkit.InMemoryPendingGenerations;
import io.genledger.ports.testkit.InMemoryRefreshQueue;
import io.genledger.ports.testkit.SampleDecoder;
import io.genledger.ports.testkit.SampleGenerations;
import io.genledger.ports.usecase.collect.CollectGenerations;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.RunEnvironment;
import io.genledger.ports.usecase.runtime.StopSignal;
import io.genledger.ports.usecase.runtime.Waiter;
import java.time.InstantSource;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

class CachingSourceTest extends GenerationSourceContract {

    /** The adapter under test: a source that fetches each record once. */
    static GenerationSource caching(GenerationSource origin) {
        Map<GenerationId, FetchOutcome> found = new ConcurrentHashMap<>();
        return id -> {
            FetchOutcome cached = found.get(id);
            FetchOutcome outcome = cached == null ? origin.fetch(id) : cached;
            if (outcome instanceof FetchOutcome.Found) {
                found.put(id, outcome);
            }
            return outcome;
        };
    }

    @Override
    protected GenerationSource source() {
        return caching(
                new InMemoryGenerationSource().add(KNOWN, KNOWN_BODY).add(AWKWARD, KNOWN_BODY));
    }

    @Override
    protected GenerationSource unreachableSource() {
        return caching(InMemoryGenerationSource.unreachable());
    }

    @Override
    protected GenerationSource refusingSource() {
        return caching(InMemoryGenerationSource.refusing());
    }

    @Test
    void collectsThroughTheCache() {
        InMemoryGenerationSource origin =
                new InMemoryGenerationSource()
                        .add(KNOWN, SampleGenerations.document(KNOWN).bytes());
        InMemoryLedger ledger = new InMemoryLedger();
        InMemoryPendingGenerations queue = new InMemoryPendingGenerations(ledger);
        InstantSource clock = InstantSource.system();
        queue.track(Set.of(KNOWN), clock.instant());

        CollectSummary summary =
                new CollectGenerations(
                                queue,
                                new InMemoryRefreshQueue(ledger, queue),
                                caching(origin),
                                new SampleDecoder(),
                                RateLimiter.UNLIMITED,
                                new RunEnvironment(
                                        clock, clock, Runnable::run, Waiter.REAL, new Random()))
                        .collect(
                                CollectPlan.DEFAULT, (id, outcome, reason) -> {}, new StopSignal());

        assertThat(summary.count(Outcome.RECORDED)).isEqualTo(1);
        assertThat(ledger.find(KNOWN)).isPresent();
        assertThat(origin.requests()).containsExactly(KNOWN);
    }
}
