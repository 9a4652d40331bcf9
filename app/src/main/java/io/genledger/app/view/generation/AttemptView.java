package io.genledger.app.view.generation;

import io.genledger.domain.generation.Generation;
import io.genledger.domain.routing.ProviderAttempt;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One attempt at a provider; a component is empty if the record does not state it.
 *
 * @param provider the provider's name
 * @param status the HTTP status of its response
 * @param latencyMs its duration
 * @param byok whether it used the caller's own key (BYOK)
 * @param model the model's permanent slug
 * @param endpointId OpenRouter's id of the provider's endpoint
 * @param upstreamId the provider's id of the response
 * @param serviceTier the service tier it was routed to
 */
public record AttemptView(
        Optional<String> provider,
        Optional<Integer> status,
        Optional<Duration> latencyMs,
        Optional<Boolean> byok,
        Optional<String> model,
        Optional<String> endpointId,
        Optional<String> upstreamId,
        Optional<String> serviceTier) {

    static List<AttemptView> of(Generation generation) {
        return generation.routing().attempts().stream().map(AttemptView::of).toList();
    }

    private static AttemptView of(ProviderAttempt attempt) {
        return new AttemptView(
                attempt.provider().map(Object::toString),
                attempt.status(),
                attempt.latency(),
                attempt.byok(),
                attempt.model().map(Object::toString),
                attempt.endpointId(),
                attempt.upstreamId(),
                attempt.routedServiceTier().map(Object::toString));
    }
}
