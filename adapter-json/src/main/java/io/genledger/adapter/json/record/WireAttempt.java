package io.genledger.adapter.json.record;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import io.genledger.adapter.json.binding.BothSpellings;
import io.genledger.adapter.json.binding.RawText;
import io.genledger.adapter.json.binding.Stated;
import io.genledger.domain.routing.ModelSlug;
import io.genledger.domain.routing.ProviderName;
import io.genledger.domain.routing.ServiceTier;
import java.time.Duration;
import java.util.Map;

/**
 * An element of {@code provider_responses}.
 *
 * @param unknown the undocumented fields, by name
 */
@BothSpellings
record WireAttempt(
        Stated<ProviderName> providerName,
        Stated<Integer> status,
        Stated<Duration> latency,
        Stated<Boolean> isByok,
        Stated<ModelSlug> modelPermaslug,
        Stated<String> endpointId,
        Stated<String> id,
        Stated<ServiceTier> routedServiceTier,
        @JsonAnySetter Map<String, RawText> unknown) {}
