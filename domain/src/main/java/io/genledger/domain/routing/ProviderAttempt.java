package io.genledger.domain.routing;

import java.time.Duration;
import java.util.Optional;

/**
 * One try at one provider's endpoint: an element of {@code provider_responses}. Each field is
 * absent in some record.
 *
 * @param provider {@code provider_name}
 * @param status {@code status}: the HTTP status of the try; 499 when the client cancelled
 * @param latency {@code latency}, reported in milliseconds
 * @param byok {@code is_byok}: whether this try used the account's own key at the provider
 * @param model {@code model_permaslug}
 * @param endpointId {@code endpoint_id}
 * @param upstreamId {@code id}: the provider's own name for the answer
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

    /** Whether the provider answered as it should. */
    public boolean succeeded() {
        return status.isPresent() && status.get() >= FIRST_SUCCESS && status.get() < FIRST_FAILURE;
    }

    /** Whether the provider failed; a client that went away is no failure of the provider. */
    public boolean failed() {
        return status.isPresent()
                && status.get() >= FIRST_FAILURE
                && status.get() != CLIENT_CLOSED_REQUEST;
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
