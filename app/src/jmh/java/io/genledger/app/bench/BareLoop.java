package io.genledger.app.bench;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.source.FetchOutcome;
import io.genledger.ports.source.GenerationSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Fetches one id after the other on several virtual threads.
 *
 * @param each what is done with each response
 */
record BareLoop(GenerationSource source, int concurrency, Consumer<FetchOutcome.Found> each) {

    void fetch(List<GenerationId> ids) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicInteger found = new AtomicInteger();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < concurrency; i++) {
            threads.add(Thread.startVirtualThread(() -> fetchRest(ids, next, found)));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (found.get() != ids.size()) {
            throw new IllegalStateException(found + " of " + ids.size() + " found");
        }
    }

    private void fetchRest(List<GenerationId> ids, AtomicInteger next, AtomicInteger found) {
        for (int n = next.getAndIncrement(); n < ids.size(); n = next.getAndIncrement()) {
            if (source.fetch(ids.get(n)) instanceof FetchOutcome.Found record) {
                each.accept(record);
                found.incrementAndGet();
            }
        }
    }
}
