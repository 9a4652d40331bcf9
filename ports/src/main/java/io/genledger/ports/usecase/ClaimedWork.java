package io.genledger.ports.usecase;

import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.Claim;
import io.genledger.ports.Claims;
import io.genledger.ports.Settlement;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * The claims of one collection: those that wait here, and those whose request is under way. Used by
 * one thread, but for {@link #wake}.
 */
final class ClaimedWork {

    /** Longer than a claim can wait and be asked for, so that no live worker loses its claim. */
    static final Duration LEASE = Duration.ofMinutes(3);

    private final Claims claims;
    private final InstantSource clock;
    private final Executor workers;
    private final FetchStep step;
    private final int concurrency;
    private final Deque<Claim> waiting = new ArrayDeque<>();
    private final Map<GenerationId, Claim> underWay = new HashMap<>();
    private final BlockingQueue<Optional<Answer>> answers = new LinkedBlockingQueue<>();

    ClaimedWork(
            Claims claims, InstantSource clock, Executor workers, FetchStep step, int concurrency) {
        this.claims = claims;
        this.clock = clock;
        this.workers = workers;
        this.step = step;
        this.concurrency = concurrency;
    }

    /** Starts as many requests as may be under way, as long as something is due. */
    void startMore() {
        while (underWay.size() < concurrency) {
            if (waiting.isEmpty()) {
                waiting.addAll(claims.claim(concurrency, clock.instant(), LEASE));
            }
            Claim next = waiting.poll();
            if (next == null) {
                return;
            }
            // A claim whose lease ran out under way may come back; one request is enough.
            if (underWay.putIfAbsent(next.id(), next) == null) {
                workers.execute(() -> answers.add(Optional.of(answerTo(next))));
            }
        }
    }

    /** An answer in any case, an error included: nobody waits for ever. */
    private Answer answerTo(Claim claim) {
        try {
            return step.ask(claim);
        } catch (RuntimeException | Error fault) {
            return new Answer.Broken(claim, fault);
        }
    }

    /** Whether no request is under way. */
    boolean isIdle() {
        return underWay.isEmpty();
    }

    /**
     * Waits for the next answers, at least one unless woken. Their claims are held until they are
     * {@link #done}.
     */
    List<Answer> awaitAnswers() {
        List<Optional<Answer>> arrived = new ArrayList<>();
        try {
            arrived.add(answers.take());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while collecting", interrupted);
        }
        answers.drainTo(arrived);
        return arrived.stream().flatMap(Optional::stream).toList();
    }

    /** Lets go of claims whose answers are durable. */
    void done(List<Answer> durable) {
        durable.forEach(answer -> underWay.remove(answer.id()));
    }

    /** Lets {@link #awaitAnswers} return with nothing. */
    void wake() {
        answers.add(Optional.empty());
    }

    /** Gives all claims back that are not {@link #done}: whatever their answer, nobody hears it. */
    void release() {
        waiting.forEach(claim -> underWay.putIfAbsent(claim.id(), claim));
        waiting.clear();
        if (!underWay.isEmpty()) {
            var unused =
                    claims.settle(
                            underWay.values().stream()
                                    .<Settlement>map(Settlement.Released::new)
                                    .toList());
            underWay.clear();
        }
    }
}
