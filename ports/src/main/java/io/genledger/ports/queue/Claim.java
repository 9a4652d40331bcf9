package io.genledger.ports.queue;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/**
 * The right of one worker to fetch an id until its lease expires.
 *
 * @param id the claimed id
 * @param since time at which it was tracked or last requeued
 * @param attempts attempts since then; 0 or more
 * @param refresh whether the generation is recorded and only refreshed
 * @param lease proof that the claim is held
 */
public record Claim(GenerationId id, Instant since, int attempts, boolean refresh, Lease lease) {}
