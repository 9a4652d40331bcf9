package io.genledger.domain.routing;

import java.util.List;
import java.util.Optional;

/**
 * Who served the generation, and the way there.
 *
 * @param model {@code model}
 * @param provider {@code provider_name}: who answered in the end
 * @param router {@code router}
 * @param serviceTier {@code service_tier}
 * @param dataRegion {@code data_region}
 * @param webSearchEngine {@code web_search_engine}
 * @param attempts {@code provider_responses}, in order; empty when none was reported
 */
public record Routing(
        Optional<ModelSlug> model,
        Optional<ProviderName> provider,
        Optional<RouterName> router,
        Optional<ServiceTier> serviceTier,
        Optional<DataRegion> dataRegion,
        Optional<WebSearchEngine> webSearchEngine,
        List<ProviderAttempt> attempts) {

    /** Nothing was reported. */
    public static final Routing UNREPORTED =
            new Routing(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of());

    /** Copies the attempts, so that nobody changes them afterwards. */
    public Routing {
        attempts = List.copyOf(attempts);
    }

    /** The attempt whose answer the caller got: the last one that succeeded, if one did. */
    public Optional<ProviderAttempt> answered() {
        for (int i = attempts.size() - 1; i >= 0; i--) {
            if (attempts.get(i).succeeded()) {
                return Optional.of(attempts.get(i));
            }
        }
        return Optional.empty();
    }
}
