/** Readiness schedule, retries, backoff of the whole run, and the concurrency window. */
@NullMarked
package io.genledger.ports.usecase.collect.backoff;

import org.jspecify.annotations.NullMarked;
