package io.genledger.ports.usecase.collect;

import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the source delays a run: it limits the rate or is unavailable. A delay ends with
 * the next response that is neither a failure nor a rate limit.
 *
 * @param since time of the first failure, by the wall clock
 * @param until end of the backoff that began when the delay was reported, in which the run makes no
 *     request, by the wall clock; empty if only single ids wait
 * @param rateLimited whether the source limits the rate; otherwise it is unavailable
 * @param reason why, for the user
 */
public record Delay(Instant since, Optional<Instant> until, boolean rateLimited, String reason) {}
