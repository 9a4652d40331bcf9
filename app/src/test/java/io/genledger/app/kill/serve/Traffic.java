package io.genledger.app.kill.serve;

import io.genledger.adapter.http.simulator.generated.GeneratedGeneration;
import io.genledger.adapter.http.simulator.generated.GeneratedGenerations;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/** What clients send, drawn at random, and what was answered to them. Thread-safe. */
final class Traffic {

    private static final int LARGEST_BATCH = 20;

    /** How many deliveries wait for their second time; the order in which they come is random. */
    private static final int DELIVERIES = 200;

    private final Random random;
    private final boolean broadcasts;
    private final GeneratedGenerations all;
    private final List<Sending> again = new ArrayList<>();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final AtomicLong answers = new AtomicLong();
    private final AtomicLong repeated = new AtomicLong();
    private volatile long next;

    Traffic(ServePlan plan) {
        this.random = new Random(plan.seed());
        this.broadcasts = plan.broadcasts();
        this.all = GeneratedGenerations.of(plan.seed(), GeneratedGenerations.MOST, Instant.now());
    }

    /** The generations from which it is drawn; those below {@link #drawn} were. */
    GeneratedGenerations all() {
        return all;
    }

    long drawn() {
        return next;
    }

    /** What a client sends next. */
    synchronized Sending next() {
        int kind = random.nextInt(10);
        if (!again.isEmpty() && (again.size() >= DELIVERIES || kind == 0)) {
            return again.remove(random.nextInt(again.size()));
        }
        if (kind < 5) {
            return Sending.id(draw());
        }
        if (kind < 7) {
            return Sending.batch(draw(2 + random.nextInt(LARGEST_BATCH - 1)));
        }
        Sending completion = Sending.completion(draw());
        if (broadcasts) {
            addDeliveries(kind == 9 ? draw(1 + random.nextInt(3)) : completion.generations());
        }
        return completion;
    }

    /** Each delivery comes twice, some before and some after what else is sent of its ids. */
    private void addDeliveries(List<GeneratedGeneration> some) {
        Sending delivery = Sending.delivery(some);
        again.add(delivery);
        again.add(delivery);
    }

    /** What is left to be sent once the clients begin nothing new; empty at the end. */
    synchronized Optional<Sending> rest() {
        return again.isEmpty() ? Optional.empty() : Optional.of(again.removeLast());
    }

    private List<GeneratedGeneration> draw(int count) {
        List<GeneratedGeneration> some = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            some.add(draw());
        }
        return some;
    }

    private synchronized GeneratedGeneration draw() {
        return all.at(next++);
    }

    /** The server says that these ids are durable. */
    void acknowledge(List<String> ids) {
        acknowledged.addAll(ids);
        answers.incrementAndGet();
    }

    /** An attempt was not answered, so that it is made again. */
    void repeat() {
        repeated.incrementAndGet();
    }

    Set<String> acknowledged() {
        return acknowledged;
    }

    long answers() {
        return answers.get();
    }

    long repeated() {
        return repeated.get();
    }
}
