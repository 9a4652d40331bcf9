package io.genledger.adapter.json.broadcast;

import static io.genledger.domain.generation.MetadataField.*;

import io.genledger.domain.generation.MetadataField;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The attributes that state a field of a record, the first one first (OPENROUTER.md §11.1). The
 * metadata of OpenRouter stands in {@code trace.metadata.} and again in {@code span.metadata.}.
 */
enum SpanField {
    SESSION(SESSION_ID, "session.id"),
    USER(EXTERNAL_USER, "user.id", "openrouter_generation.external_user"),
    APP(APP_ID, "openrouter_generation.app_id"),
    PROVIDER(PROVIDER_NAME, "openrouter.provider_name"),
    STREAM(STREAMED, "openrouter_generation.streamed"),
    CANCEL(CANCELLED, "openrouter_generation.cancelled"),
    FINISH(FINISH_REASON, "gen_ai.response.finish_reason"),
    NATIVE_FINISH(NATIVE_FINISH_REASON, "openrouter.finish_reason"),
    FIRST_TOKEN(LATENCY, "openrouter.first_token_ms"),
    DURATION(GENERATION_TIME, "openrouter_generation.generation_time"),
    NORMALIZED_PROMPT(TOKENS_PROMPT, "openrouter_generation.tokens_prompt"),
    NORMALIZED_COMPLETION(TOKENS_COMPLETION, "openrouter_generation.tokens_completion"),
    PROMPT(NATIVE_TOKENS_PROMPT, "gen_ai.usage.input_tokens", "gen_ai.usage.prompt_tokens"),
    COMPLETION(
            NATIVE_TOKENS_COMPLETION,
            "gen_ai.usage.output_tokens",
            "gen_ai.usage.completion_tokens"),
    REASONING(NATIVE_TOKENS_REASONING, "gen_ai.usage.output_tokens.reasoning"),
    CACHED(NATIVE_TOKENS_CACHED, "gen_ai.usage.input_tokens.cached"),
    COST(USAGE, "openrouter_generation.usage", "gen_ai.usage.total_cost"),
    UPSTREAM(
            UPSTREAM_INFERENCE_COST,
            "openrouter_generation.usage_upstream",
            "openrouter_generation.byok_usage_inference"),
    /** Its sign is the opposite of the record's. */
    CACHE(CACHE_DISCOUNT, "openrouter_generation.usage_cache"),
    ATTEMPTS(PROVIDER_RESPONSES, "provider_responses");

    private static final List<String> PREFIXES = List.of("", "trace.metadata.", "span.metadata.");

    private final MetadataField field;
    private final List<String> attributes;

    SpanField(MetadataField field, String... attributes) {
        this.field = field;
        this.attributes = List.of(attributes);
    }

    /** The field of a record. */
    MetadataField field() {
        return field;
    }

    /** The key of the attribute that states it in {@code span}; empty if none does. */
    Optional<String> keyIn(Span span) {
        return keysIn(span).findFirst();
    }

    /** The keys of all attributes that state it in {@code span}, the first one first. */
    Stream<String> keysIn(Span span) {
        return keys().filter(span.attributes()::containsKey);
    }

    /** The keys of the attributes that may state it. */
    Stream<String> keys() {
        return attributes.stream()
                .flatMap(name -> PREFIXES.stream().map(prefix -> prefix + name))
                .filter(SpanField::isAllowed);
    }

    /** Whether OpenRouter, and not the caller's own metadata, states the attribute. */
    private static boolean isAllowed(String key) {
        boolean isMetadata = key.contains(".metadata.");
        boolean isOpenRouters = key.contains("openrouter") || key.endsWith("provider_responses");
        return isMetadata == isOpenRouters;
    }
}
