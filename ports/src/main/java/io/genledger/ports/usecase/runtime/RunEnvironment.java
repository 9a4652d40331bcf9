package io.genledger.ports.usecase.runtime;

import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;

/**
 * Clocks, threads and randomness of a long-running use case.
 *
 * @param clock wall clock, which may be set while the use case runs
 * @param monotonic monotonic clock, by which waits are measured
 * @param workers runs each task on a thread of its own
 * @param waiter waits for a signal or for time to pass
 * @param random source of jitter; thread-safe
 */
public record RunEnvironment(
        InstantSource clock,
        InstantSource monotonic,
        Executor workers,
        Waiter waiter,
        RandomGenerator random) {}
