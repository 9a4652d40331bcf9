package io.genledger.domain.routing;

import java.util.List;
import java.util.Optional;

/**
 * The model and provider of a generation, and its attempts (OPENROUTER.md §3.4, §3.5).
 *
 * @param model {@code model}
 * @param provider {@code provider_name}: the provider that served the request
 * @param router {@code router}
 * @param serviceTier {@code service_tier}
 * @param dataRegion {@code data_region}
 * @param webSearchEngine {@code web_search_engine}
 * @param attempts {@code provider_responses}, in order; empty if none is stated
 */
public record Routing(
        Optional<ModelSlug> model,
        Optional<ProviderName> provider,
        Optional<RouterName> router,
        Optional<ServiceTier> serviceTier,
        Optional<DataRegion> dataRegion,
        Optional<WebSearchEngine> webSearchEngine,
        List<ProviderAttempt> attempts) {

    /** No field is stated. */
    public static final Routing UNREPORTED =
            new Routing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    /** Copies the attempts. */
    public Routing {
        attempts = List.copyOf(attempts);
    }

    /** The last successful attempt; empty if none was successful. */
    public Optional<ProviderAttempt> successfulAttempt() {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (attempts.get(i).succeeded()) {
                return Optional.of(attempts.get(i));
            }
        }
        return Optional.empty();
    }

    /** The route to a model at a provider, and nothing else. */
    public static Routing of(String model, String provider) {
        return UNREPORTED.withModel(model).withProvider(provider);
    }

    /** The same with another {@code model}. */
    public Routing withModel(String slug) {
        return new Routing(
                Optional.of(new ModelSlug(slug)),
                provider,
                router,
                serviceTier,
                dataRegion,
                webSearchEngine,
                attempts);
    }

    /** The same with another {@code provider_name}. */
    public Routing withProvider(String name) {
        return new Routing(
                model,
                Optional.of(new ProviderName(name)),
                router,
                serviceTier,
                dataRegion,
                webSearchEngine,
                attempts);
    }

    /** The same with another {@code router}. */
    public Routing withRouter(String name) {
        return new Routing(
                model,
                provider,
                Optional.of(new RouterName(name)),
                serviceTier,
                dataRegion,
                webSearchEngine,
                attempts);
    }

    /** The same with another {@code service_tier}. */
    public Routing withServiceTier(String tier) {
        return new Routing(
                model,
                provider,
                router,
                Optional.of(new ServiceTier(tier)),
                dataRegion,
                webSearchEngine,
                attempts);
    }

    /** The same with another {@code data_region}. */
    public Routing withDataRegion(String region) {
        return new Routing(
                model,
                provider,
                router,
                serviceTier,
                Optional.of(new DataRegion(region)),
                webSearchEngine,
                attempts);
    }

    /** The same with another {@code web_search_engine}. */
    public Routing withWebSearchEngine(String engine) {
        return new Routing(
                model,
                provider,
                router,
                serviceTier,
                dataRegion,
                Optional.of(new WebSearchEngine(engine)),
                attempts);
    }

    /** The same with another {@code provider_responses}. */
    public Routing withAttempts(ProviderAttempt... tries) {
        return new Routing(
                model, provider, router, serviceTier, dataRegion, webSearchEngine, List.of(tries));
    }
}
