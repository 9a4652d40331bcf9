package io.genledger.adapter.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.genledger.adapter.http.simulator.behaviour.Behaviours;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import io.genledger.adapter.http.simulator.server.OpenRouterSimulator;
import io.genledger.adapter.http.wire.FaultyProxy;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.SourceRefusedException;
import io.genledger.ports.source.SourceUnavailableException;
import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * Fetches each of many ids through a faulty proxy until its outcome is final, as a collector does,
 * and compares the outcome with the simulator's documents. One id in four has no record.
 */
final class FaultyCollection implements AutoCloseable {

    private static final int CONCURRENCY = 64;
    private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

    private final long ids;
    private final GeneratedGenerations known;
    private final GeneratedGenerations unknown;
    private final OpenRouterSimulator simulator;
    private final FaultyProxy proxy;
    private final HttpGenerationSource source;
    private final AtomicLong next = new AtomicLong();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final LongAdder recorded = new LongAdder();
    private final LongAdder notFound = new LongAdder();
    private final LongAdder outages = new LongAdder();
    private final LongAdder foreign = new LongAdder();

    FaultyCollection(long ids, long seed) {
        this.ids = ids;
        this.known = GeneratedGenerations.of(seed, ids, START);
        this.unknown = GeneratedGenerations.of(seed + 1, ids, START);
        this.simulator = OpenRouterSimulator.start(Behaviours.documents(known::document));
        this.proxy = FaultyProxy.of(simulator.port(), seed);
        this.source =
                new HttpGenerationSource(
                        new ApiKey("sk-or-v1-0123456789abcdef"),
                        HttpSourceSettings.DEFAULT
                                .withBase(proxy.baseUri())
                                .withMaxConnections(CONCURRENCY),
                        InstantSource.system());
    }

    /** Fetches all ids. */
    void run() throws InterruptedException {
        Thread[] workers = new Thread[CONCURRENCY];
        Arrays.setAll(workers, worker -> Thread.startVirtualThread(this::work));
        for (Thread worker : workers) {
            worker.join();
        }
    }

    private void work() {
        for (long n = next.getAndIncrement(); n < ids; n = next.getAndIncrement()) {
            boolean exists = n % 4 != 0;
            String id = (exists ? known : unknown).at(n).id();
            while (!isFinal(new GenerationId(id), known.document(id))) {}
        }
    }

    /** Fetches the id once; false if it has to be fetched again. */
    private boolean isFinal(GenerationId id, Optional<byte[]> document) {
        try {
            return source.fetch(id)
                    .fold(
                            found -> isRecord(id, found, document),
                            none -> isNotFound(id, document),
                            rejected -> mistaken(id + " was rejected: " + rejected.message()));
        } catch (SourceUnavailableException outage) {
            outages.increment();
            return false;
        } catch (SourceRefusedException refusal) {
            return mistaken(id + " refused: " + refusal.getMessage());
        }
    }

    private boolean isRecord(GenerationId id, FetchOutcome.Found found, Optional<byte[]> document) {
        byte[] bytes = found.document().bytes();
        if (document.isPresent() && Arrays.equals(bytes, document.get())) {
            recorded.increment();
            return true;
        }
        // A collector quarantines the document of another id and fetches the id again.
        foreign.increment();
        return new String(bytes, UTF_8).contains(id.value())
                && mistaken(id + " got an altered document");
    }

    private boolean isNotFound(GenerationId id, Optional<byte[]> document) {
        notFound.increment();
        return document.isEmpty() || mistaken(id + " was not found");
    }

    private boolean mistaken(String what) {
        wrong.add(what);
        return true;
    }

    /** Outcomes that contradict the simulator. */
    Queue<String> wrong() {
        return wrong;
    }

    /** The number of ids whose own document was returned. */
    long recorded() {
        return recorded.sum();
    }

    /** The number of ids that were not found. */
    long notFound() {
        return notFound.sum();
    }

    /** The proxy between the client and the simulator. */
    FaultyProxy proxy() {
        return proxy;
    }

    /** The figures of the run, for people. */
    @Override
    public String toString() {
        return "%d ids: %d recorded, %d not found, %d wrong; %d requests on %d connections, %d outages, %d documents of other ids; %s"
                .formatted(
                        ids,
                        recorded.sum(),
                        notFound.sum(),
                        wrong.size(),
                        proxy.requests(),
                        proxy.connections(),
                        outages.sum(),
                        foreign.sum(),
                        proxy.counts());
    }

    @Override
    public void close() throws IOException {
        source.close();
        proxy.close();
        simulator.close();
    }
}
