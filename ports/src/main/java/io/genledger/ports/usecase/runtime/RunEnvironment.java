package io.genledger.ports.usecase.runtime;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * What a use case that runs for a while needs of the machine it runs on.
 *
 * @param clock tells the time of day, which somebody may set
 * @param monotonic tells how much time goes by; what a run waits for is measured by it
 * @param workers runs each task on a thread of its own
 * @param waiter lets time pass
 * @param random draws jitter; safe for use by many threads
 */
public record RunEnvironment(
        InstantSource clock,
        InstantSource monotonic,
        Executor workers,
        Waiter waiter,
        RandomGenerator random) {}
