package io.genledger.ports;

import java.time.Instant;

/**
 * Proves that a claim is still one's own. A lease that ran out proves it as long as nobody else
 * took the id; after that, nothing does.
 *
 * @param token tells this lease from every other one
 * @param until when others may take the id
 */
public record Lease(long token, Instant until) {}
