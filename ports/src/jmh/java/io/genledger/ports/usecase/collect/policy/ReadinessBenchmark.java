package io.genledger.ports.usecase.collect.policy;

import io.genledger.domain.attribution.AccountName;
import io.genledger.domain.generation.GenerationId;
import io.genledger.ports.queue.Claim;
import io.genledger.ports.queue.Lease;
import io.genledger.ports.usecase.collect.CollectPlan;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;

/**
 * Replays the readiness schedule on the recorded poll timings (OPENROUTER.md §1.4) and compares it
 * with a fixed poll of five seconds: requests per generation, and time until it is recorded. The
 * figures do not depend on the machine, because nothing is timed.
 */
public final class ReadinessBenchmark {

    private static final int GENERATIONS = 200_000;
    private static final long SEED = 20251106;
    private static final Duration GIVE_UP_AFTER = CollectPlan.DEFAULT.giveUpAfter();
    private static final Instant START = Instant.ofEpochSecond(1_755_676_927);
    private static final GenerationId ID = new GenerationId("gen-1755676927-7WlHzIQWGoPWoKYj3Arf");

    /** A generation is tracked at the end of its completion: within this time after its second. */
    private static final int TRACKED_WITHIN_MILLIS = 4_000;

    private ReadinessBenchmark() {}

    /** The next fetch of an id after a number of attempts; empty if it is given up. */
    private interface Schedule {
        Optional<Instant> next(int attempts, Instant now);
    }

    /** Prints the table. */
    public static void main(String[] arguments) throws IOException {
        PollPools recorded = PollPools.recorded();
        System.out.println("Ready, by the recorded polls:");
        recorded.spans()
                .forEach(span ->
                        System.out.printf(
                                Locale.ROOT,
                                "  %5.1f %% between %.1f s and %.1f s%n",
                                100 * span.share(),
                                span.fromMillis() / 1e3,
                                span.toMillis() / 1e3));
        System.out.printf(
                "%n%-34s %-10s %9s %12s %12s %12s%n",
                "", "schedule", "requests", "recorded s", "median s", "95 % s");
        compare("as recorded", recorded::draw);
        compare("one in twenty takes 1 to 10 min", sometimesLate(recorded));
        compare("never there", random -> Long.MAX_VALUE);
    }

    /** Late records of interrupted streams, as users report them (OPENROUTER.md §1.4). */
    private static ToLongFunction<RandomGenerator> sometimesLate(PollPools recorded) {
        return random ->
                random.nextInt(20) == 0 ? 60_000 + random.nextInt(540_000) : recorded.draw(random);
    }

    private static void compare(String name, ToLongFunction<RandomGenerator> readiness) {
        Random jitter = new Random(SEED);
        ReadinessSchedule ours = new ReadinessSchedule(GIVE_UP_AFTER);
        print(
                name,
                "ours",
                readiness,
                (attempts, now) ->
                        ours.next(
                                        new Claim(
                                                ID,
                                                AccountName.DEFAULT,
                                                START,
                                                attempts,
                                                false,
                                                new Lease(1, now)),
                                        new RunTime(now, now),
                                        jitter)
                                .map(now::plus));
        print(
                name,
                "every 5 s",
                readiness,
                (attempts, now) ->
                        Optional.of(now.plusSeconds(5))
                                .filter(next -> !next.isAfter(START.plus(GIVE_UP_AFTER))));
    }

    private static void print(
            String name,
            String schedule,
            ToLongFunction<RandomGenerator> readiness,
            Schedule next) {
        Random random = new Random(SEED);
        long requests = 0;
        long[] recorded = new long[GENERATIONS];
        for (int i = 0; i < GENERATIONS; i++) {
            long ready = readiness.applyAsLong(random);
            Optional<Instant> now =
                    Optional.of(START.plusMillis(random.nextInt(TRACKED_WITHIN_MILLIS)));
            for (int attempts = 0; now.isPresent(); attempts++) {
                requests++;
                recorded[i] = Duration.between(START, now.get()).toMillis();
                now = recorded[i] >= ready ? Optional.empty() : next.next(attempts, now.get());
            }
        }
        Arrays.sort(recorded);
        System.out.printf(
                Locale.ROOT,
                "%-34s %-10s %9.2f %12.1f %12.1f %12.1f%n",
                name,
                schedule,
                (double) requests / GENERATIONS,
                Arrays.stream(recorded).average().orElseThrow() / 1e3,
                recorded[GENERATIONS / 2] / 1e3,
                recorded[GENERATIONS * 95 / 100] / 1e3);
    }
}
