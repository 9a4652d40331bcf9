package io.genledger.adapter.json;

import io.genledger.domain.routing.ProviderAttempt;
import java.util.Optional;
import java.util.function.Function;

/**
 * The documented fields of an element of {@code provider_responses}, each with the way to its value
 * in a {@link ProviderAttempt}.
 */
enum AttemptField {
    ENDPOINT_ID(attempt -> attempt.endpointId()),
    ID(attempt -> attempt.upstreamId()),
    IS_BYOK(attempt -> attempt.byok()),
    LATENCY(attempt -> attempt.latency().map(Scalars::millisecondsText)),
    MODEL_PERMASLUG(attempt -> attempt.model()),
    PROVIDER_NAME(attempt -> attempt.provider()),
    ROUTED_SERVICE_TIER(attempt -> attempt.routedServiceTier()),
    STATUS(attempt -> attempt.status());

    private final Function<ProviderAttempt, Optional<?>> value;

    AttemptField(Function<ProviderAttempt, Optional<?>> value) {
        this.value = value;
    }

    /** The field's value as JSON or a record has it: plain decimals, milliseconds. */
    Optional<String> textIn(ProviderAttempt attempt) {
        return value.apply(attempt).map(Object::toString);
    }

    /** Whether the value is no text but a number, or true or false. */
    boolean isLiteral() {
        return this == IS_BYOK || this == LATENCY || this == STATUS;
    }
}
