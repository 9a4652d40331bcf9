package io.genledger.ports.queue;

import io.genledger.domain.generation.GenerationId;
import java.time.Instant;

/**
 * The right to fetch one generation for a while.
 *
 * @param id which one
 * @param since since when it is asked for: when it was tracked, or revived last
 * @param attempts how often it was asked for since then
 * @param refresh whether its record is kept already and only read once more
 * @param lease proves that the right is still one's own
 */
public record Claim(GenerationId id, Instant since, int attempts, boolean refresh, Lease lease) {}
