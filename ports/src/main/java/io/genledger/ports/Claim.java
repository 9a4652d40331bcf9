package io.genledger.ports;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/**
 * The right to fetch one generation for a while.
 *
 * @param id which one
 * @param firstSeen when it was tracked first
 * @param attempts how often it was asked for before
 */
public record Claim(GenerationId id, Instant firstSeen, int attempts) {}
