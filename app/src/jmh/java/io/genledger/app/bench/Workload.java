package io.genledger.app.bench;

import io.genledger.adapter.http.ApiKey;
import io.genledger.adapter.http.HttpGenerationSource;
import io.genledger.adapter.http.HttpSourceSettings;
import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Outcome;
import io.genledger.ports.source.GenerationSource;
import io.genledger.ports.source.RateLimiter;
import io.genledger.ports.usecase.collect.CollectPlan;
import io.genledger.ports.usecase.collect.CollectSummary;
import io.genledger.ports.usecase.runtime.StopSignal;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** Generated ids, and the collection of them. */
final class Workload {

    /** Of what is generated. */
    static final long SEED = 4;

    /** When the first of the generated generations began. */
    static final Instant START = Instant.ofEpochSecond(1_755_676_927);

    /** As long as a real one: a short key is looked for as a word, which takes longer. */
    private static final String KEY = "sk-or-v1-" + "0".repeat(64);

    private Workload() {}

    static GeneratedGenerations generations(int count) {
        return GeneratedGenerations.of(SEED, count, START);
    }

    static List<GenerationId> ids(int count) {
        return generations(count).stream()
                .map(GeneratedGeneration::id)
                .map(GenerationId::new)
                .toList();
    }

    static HttpGenerationSource source(URI base, int concurrency) {
        return new HttpGenerationSource(
                new ApiKey(KEY),
                HttpSourceSettings.DEFAULT.withBase(base).withMaxConnections(concurrency),
                InstantSource.system());
    }

    /** Tracks and collects {@code ids}; only the collection is measured. */
    static Run collect(
            Store.Opener opener, GenerationSource source, int concurrency, List<GenerationId> ids)
            throws Exception {
        CollectPlan plan = CollectPlan.DEFAULT.withConcurrency(concurrency);
        try (Store store = opener.open()) {
            store.track(Set.copyOf(ids));
            return Run.of(
                    ids.size(),
                    () -> {
                        CollectSummary summary =
                                store.collecting(source, RateLimiter.UNLIMITED)
                                        .collect(plan, (id, result, why) -> {}, new StopSignal());
                        if (summary.count(Outcome.RECORDED) != ids.size()) {
                            throw new IllegalStateException("not all recorded: " + summary);
                        }
                    });
        }
    }
}
