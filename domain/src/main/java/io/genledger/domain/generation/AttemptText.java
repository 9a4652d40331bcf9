package io.genledger.domain.generation;

import io.genledger.domain.routing.ProviderAttempt;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.stream.Collectors;

/**
 * Provider attempts as compact JSON in OpenRouter's spelling. Kept content digests depend on this
 * text, so it does not use the {@code toString} of a record or list.
 */
final class AttemptText {

    private AttemptText() {}

    static String of(List<ProviderAttempt> attempts) {
        return attempts.stream().map(AttemptText::of).collect(Collectors.joining(",", "[", "]"));
    }

    private static String of(ProviderAttempt attempt) {
        StringJoiner fields = new StringJoiner(",", "{", "}");
        add(fields, "endpoint_id", attempt.endpointId().map(AttemptText::quoted));
        add(fields, "id", attempt.upstreamId().map(AttemptText::quoted));
        add(fields, "is_byok", attempt.byok());
        add(fields, "latency", attempt.latency().map(Milliseconds::text));
        add(fields, "model_permaslug", attempt.model().map(AttemptText::quoted));
        add(fields, "provider_name", attempt.provider().map(AttemptText::quoted));
        add(fields, "routed_service_tier", attempt.routedServiceTier().map(AttemptText::quoted));
        add(fields, "status", attempt.status());
        return fields.toString();
    }

    private static void add(StringJoiner fields, String name, Optional<?> json) {
        json.ifPresent(value -> fields.add('"' + name + "\":" + value));
    }

    private static String quoted(Object text) {
        StringBuilder json = new StringBuilder("\"");
        for (char c : text.toString().toCharArray()) {
            if (c < ' ') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c == '"' || c == '\\' ? "\\" : "").append(c);
            }
        }
        return json.append('"').toString();
    }
}
