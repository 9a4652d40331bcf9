package io.genledger.adapter.json;

/** The documented fields of an element of {@code provider_responses}. */
enum AttemptField {
    ENDPOINT_ID,
    ID,
    IS_BYOK,
    LATENCY,
    MODEL_PERMASLUG,
    PROVIDER_NAME,
    ROUTED_SERVICE_TIER,
    STATUS
}
