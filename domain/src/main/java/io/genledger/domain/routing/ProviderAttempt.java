package io.genledger.domain.routing;

import java.time.Duration;
import java.util.Optional;

/**
 * One attempt at a provider's endpoint: an element of {@code provider_responses}. Every field is
 * absent in some record (OPENROUTER.md §3.5).
 *
 * @param provider {@code provider_name}
 * @param status {@code status}: the HTTP status of the attempt; 499 if the client cancelled. An
 *     attempt without one neither succeeded nor failed
 * @param latency {@code latency}, reported in milliseconds
 * @param byok {@code is_byok}: whether this attempt used the account's own key (BYOK)
 * @param model {@code model_permaslug}
 * @param endpointId {@code endpoint_id}
 * @param upstreamId {@code id}: the provider's id of the call
 * @param routedServiceTier {@code routed_service_tier}
 */
public record ProviderAttempt(
        Optional<ProviderName> provider,
        Optional<Integer> status,
        Optional<Duration> latency,
        Optional<Boolean> byok,
        Optional<ModelSlug> model,
        Optional<String> endpointId,
        Optional<String> upstreamId,
        Optional<ServiceTier> routedServiceTier) {

    private static final int FIRST_SUCCESS = 200;
    private static final int FIRST_FAILURE = 300;
    private static final int CLIENT_CLOSED_REQUEST = 499;

    /** Whether the attempt was successful: a status of 200 to 299. */
    public boolean succeeded() {
        return status.isPresent() && status.get() >= FIRST_SUCCESS && status.get() < FIRST_FAILURE;
    }

    /** Whether the provider failed. Status 499, a client that cancelled, is not its failure. */
    public boolean failed() {
        return status.isPresent() && status.get() >= FIRST_FAILURE && !wasCancelled();
    }

    /** Whether the client cancelled it: a status of 499. */
    public boolean wasCancelled() {
        return status.isPresent() && status.get() == CLIENT_CLOSED_REQUEST;
    }

    /** An attempt at a provider that ended with an HTTP status, and nothing else. */
    public static ProviderAttempt of(String provider, int status) {
        return new ProviderAttempt(
                Optional.of(new ProviderName(provider)),
                Optional.of(status),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same with another {@code latency}. */
    public ProviderAttempt withLatency(Duration time) {
        return new ProviderAttempt(
                provider,
                status,
                Optional.of(time),
                byok,
                model,
                endpointId,
                upstreamId,
                routedServiceTier);
    }

    /** The same with another {@code is_byok}. */
    public ProviderAttempt withByok(boolean used) {
        return new ProviderAttempt(
                provider,
                status,
                latency,
                Optional.of(used),
                model,
                endpointId,
                upstreamId,
                routedServiceTier);
    }

    /** The same with another {@code model_permaslug}. */
    public ProviderAttempt withModel(String slug) {
        return new ProviderAttempt(
                provider,
                status,
                latency,
                byok,
                Optional.of(new ModelSlug(slug)),
                endpointId,
                upstreamId,
                routedServiceTier);
    }

    /** The same with another {@code endpoint_id}. */
    public ProviderAttempt withEndpointId(String id) {
        return new ProviderAttempt(
                provider,
                status,
                latency,
                byok,
                model,
                Optional.of(id),
                upstreamId,
                routedServiceTier);
    }

    /** The same with another {@code id}. */
    public ProviderAttempt withUpstreamId(String id) {
        return new ProviderAttempt(
                provider,
                status,
                latency,
                byok,
                model,
                endpointId,
                Optional.of(id),
                routedServiceTier);
    }

    /** The same with another {@code routed_service_tier}. */
    public ProviderAttempt withRoutedServiceTier(String tier) {
        return new ProviderAttempt(
                provider,
                status,
                latency,
                byok,
                model,
                endpointId,
                upstreamId,
                Optional.of(new ServiceTier(tier)));
    }
}
