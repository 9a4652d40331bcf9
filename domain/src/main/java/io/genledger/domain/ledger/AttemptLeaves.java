package io.genledger.domain.ledger;

import io.genledger.domain.generation.MetadataField;
import io.genledger.domain.generation.Milliseconds;
import io.genledger.domain.routing.ProviderAttempt;
import java.util.List;
import java.util.Optional;

/** The leaves of the provider attempts, in OpenRouter's spelling. */
final class AttemptLeaves {

    private final List<JsonLeaf> leaves;
    private final String place;

    private AttemptLeaves(List<JsonLeaf> leaves, int index) {
        this.leaves = leaves;
        this.place = MetadataField.PROVIDER_RESPONSES.wireName() + '[' + index + "].";
    }

    /** Adds the leaves of {@code attempts}. */
    static void add(List<JsonLeaf> leaves, List<ProviderAttempt> attempts) {
        for (int i = 0; i < attempts.size(); i++) {
            new AttemptLeaves(leaves, i).add(attempts.get(i));
        }
    }

    /** By name, so that sorting them is quick. */
    private void add(ProviderAttempt attempt) {
        text("endpoint_id", attempt.endpointId());
        text("id", attempt.upstreamId());
        literal("is_byok", attempt.byok());
        literal("latency", attempt.latency().map(Milliseconds::text));
        text("model_permaslug", attempt.model());
        text("provider_name", attempt.provider());
        text("routed_service_tier", attempt.routedServiceTier());
        literal("status", attempt.status());
    }

    private void text(String name, Optional<?> text) {
        if (text.isPresent()) {
            leaves.add(JsonLeaf.ofText(place + name, text.get().toString()));
        }
    }

    private void literal(String name, Optional<?> literal) {
        if (literal.isPresent()) {
            leaves.add(JsonLeaf.ofCanonical(place + name, literal.get().toString()));
        }
    }
}
